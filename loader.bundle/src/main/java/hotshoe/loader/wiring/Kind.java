package hotshoe.loader.wiring;

import hotshoe.archive.Namespaces;
import hotshoe.problem.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.namespace.NativeNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.resource.Capability;

/** How needs of one namespace are spoken of. */
enum Kind {
  PACKAGE("HS-EXTENSION-010", PackageNamespace.PACKAGE_NAMESPACE, "the package "),
  BUNDLE("HS-EXTENSION-011", BundleNamespace.BUNDLE_NAMESPACE, "the bundle "),
  HOST("HS-EXTENSION-012", HostNamespace.HOST_NAMESPACE, "the bundle ") {
    @Override
    String words(String namespace, FilterText filter) {
      return super.words(namespace, filter) + ", of which it is a part";
    }
  },
  JAVA("HS-EXTENSION-013", ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE, "") {
    @Override
    String words(String namespace, FilterText filter) {
      String versions = filter.versions(Constants.VERSION_ATTRIBUTE);
      String kinds =
          filter
              .valuesOf(namespace)
              .distinct()
              .map(kind -> kind.equals("JavaSE") ? "Java" : kind)
              .collect(Collectors.joining(" or "));
      return (kinds.isEmpty() ? filter.filter() : kinds)
          + (versions.isEmpty() ? "" : " " + versions);
    }

    @Override
    String advice(String name, FilterText filter) {
      return "start the host with such a Java, or install a version for this one";
    }
  },
  CONTRACT("HS-EXTENSION-014", "osgi.contract", "the contract "),
  EXTENDER("HS-EXTENSION-014", "osgi.extender", "the extender "),
  SERVICE("HS-EXTENSION-014", "osgi.service", "the service ") {
    @Override
    String words(String namespace, FilterText filter) {
      return "the service " + filter.valueOf(Constants.OBJECTCLASS).orElse(filter.filter());
    }
  },
  PLATFORM("HS-EXTENSION-060", Namespaces.PLATFORM, "") {
    @Override
    String nameAttribute(String namespace) {
      return "platform";
    }

    @Override
    String nothing(FilterText filter, Supplier<Collection<? extends Capability>> others) {
      return names(others.get())
          .map(names -> "this host stands in for " + names + " only")
          .orElse("this host stands in for no other system");
    }

    @Override
    String advice(String name, FilterText filter) {
      return "install a version of " + name + " for this host, or another version of the host";
    }
  },
  INTERPRETER("HS-EXTENSION-061", Namespaces.INTERPRETER, "") {
    @Override
    String nameAttribute(String namespace) {
      return "language";
    }

    @Override
    String nothing(FilterText filter, Supplier<Collection<? extends Capability>> others) {
      return "none is known here" + names(others.get()).map(names -> ", only " + names).orElse("");
    }

    @Override
    String advice(String name, FilterText filter) {
      return "install one, or name it with the option interpreters."
          + filter.valueOf("language").orElse("")
          + "; "
          + name
          + " starts by itself then";
    }
  },
  EXTENSION("HS-EXTENSION-062", Namespaces.EXTENSION, "the extension ") {
    @Override
    String nameAttribute(String namespace) {
      return "name";
    }

    @Override
    String nothing(FilterText filter, Supplier<Collection<? extends Capability>> others) {
      String near = Nearest.to(filter.valueOf("name").orElse(""), named(others.get()));
      return "it is not installed" + (near.isEmpty() ? "" : "; there is " + near);
    }

    @Override
    String advice(String name, FilterText filter) {
      return "install it in such a version; " + name + " starts by itself then";
    }
  },
  MACHINE("HS-EXTENSION-063", NativeNamespace.NATIVE_NAMESPACE, "") {
    @Override
    String words(String namespace, FilterText filter) {
      String systems = filter.approximate(NativeNamespace.CAPABILITY_OSNAME_ATTRIBUTE);
      String processors = filter.approximate(NativeNamespace.CAPABILITY_PROCESSOR_ATTRIBUTE);
      String versions = filter.versions(NativeNamespace.CAPABILITY_OSVERSION_ATTRIBUTE);
      return (systems.isEmpty() ? "a machine" : systems)
          + (versions.isEmpty() ? "" : " " + versions)
          + (processors.isEmpty() ? "" : " with " + processors);
    }

    @Override
    String nothing(FilterText filter, Supplier<Collection<? extends Capability>> others) {
      return "this is " + System.getProperty("os.name") + " on " + System.getProperty("os.arch");
    }

    @Override
    String advice(String name, FilterText filter) {
      return "install a version of " + name + " for this machine";
    }
  },
  OTHER("HS-EXTENSION-014", "", "") {
    @Override
    String words(String namespace, FilterText filter) {
      return filter
          .valueOf(namespace)
          .map(name -> "the capability " + namespace + " " + name + versioned(filter, ", version "))
          .orElseGet(() -> "the capability " + namespace + " with " + filter.filter());
    }
  };

  private static final int SHOWN = 5;

  private final String code;
  private final String namespace;
  private final String noun;

  Kind(String code, String namespace, String noun) {
    this.code = code;
    this.namespace = namespace;
    this.noun = noun;
  }

  static Kind of(String namespace) {
    for (Kind kind : values()) {
      if (kind.namespace.equals(namespace)) {
        return kind;
      }
    }
    return OTHER;
  }

  String code() {
    return code;
  }

  /** The attribute that says what a thing of this kind is called. */
  String nameAttribute(String namespaceOfNeed) {
    return namespaceOfNeed;
  }

  /** What is needed. */
  String words(String namespaceOfNeed, FilterText filter) {
    String name = filter.valueOf(nameAttribute(namespaceOfNeed)).orElse(filter.filter());
    return noun + name + versioned(filter, isOfHost() ? " " : ", version ");
  }

  String versioned(FilterText filter, String before) {
    String versions = filter.versions(versionAttribute());
    return versions.isEmpty() ? "" : before + versions;
  }

  /** Whether the host has or lacks it, so that it does not matter who in it offers it. */
  private boolean isOfHost() {
    return this == PLATFORM || this == INTERPRETER;
  }

  private String versionAttribute() {
    return this == BUNDLE || this == HOST
        ? Constants.BUNDLE_VERSION_ATTRIBUTE
        : Constants.VERSION_ATTRIBUTE;
  }

  /** What somebody offers instead. */
  String there(String provider, Capability offer) {
    String version = String.valueOf(offer.getAttributes().get(versionAttribute()));
    if (isOfHost() || this == EXTENSION) {
      return version;
    }
    return provider + " offers version " + version;
  }

  /** All that is offered instead, in one sentence. */
  String here(String all) {
    return isOfHost() || this == EXTENSION
        ? (all.contains(";") ? "here are " : "here is ") + all.replace(";", ",")
        : all;
  }

  /** That nobody offers it, in whatever version. */
  String nothing(FilterText filter, Supplier<Collection<? extends Capability>> others) {
    return "nobody offers it";
  }

  /** What somebody who has such a need can do. */
  String advice(String name, FilterText filter) {
    return "install what offers it; " + name + " starts by itself then";
  }

  Optional<String> names(Collection<? extends Capability> offers) {
    List<String> names = named(offers);
    return Optional.of(String.join(", ", names.subList(0, Math.min(SHOWN, names.size()))))
        .filter(Predicate.not(String::isEmpty));
  }

  List<String> named(Collection<? extends Capability> offers) {
    return offers.stream()
        .map(offer -> String.valueOf(offer.getAttributes().get(nameAttribute(namespace))))
        .distinct()
        .sorted()
        .toList();
  }
}
