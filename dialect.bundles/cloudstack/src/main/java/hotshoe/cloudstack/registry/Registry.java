package hotshoe.cloudstack.registry;

import hotshoe.archive.BundleForm;
import hotshoe.archive.DocumentReader;
import hotshoe.cloudstack.EntrypointPath;
import hotshoe.cloudstack.Manifest;
import hotshoe.cloudstack.ManifestReader;
import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.Extensions;
import hotshoe.extension.ReadinessCheck;
import hotshoe.problem.ProblemException;
import hotshoe.problem.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The installed extensions of CloudStack. What their manifests say is read from their bundles, once
 * for each archive. Safe for use by many threads.
 */
@Component(service = Registry.class)
public final class Registry {

  private static final Logger log = LoggerFactory.getLogger(Registry.class);
  private static final String DIALECT = "cloudstack";
  private static final String READINESS =
      "(component.name=hotshoe.cloudstack.readiness.EntrypointReadiness)";

  private final BundleContext context;
  private final Extensions extensions;
  private final DocumentReader reader;
  private final ReadinessCheck readiness;
  private final Map<String, Read> byDigest = new ConcurrentHashMap<>();

  private record Read(Manifest manifest, boolean byHand) {}

  /** The extensions among these. */
  @Activate
  public Registry(
      BundleContext context,
      @Reference Extensions extensions,
      @Reference DocumentReader reader,
      @Reference(target = READINESS) ReadinessCheck readiness) {
    this.context = context;
    this.extensions = extensions;
    this.reader = reader;
    this.readiness = readiness;
  }

  /** All of them, by name. */
  List<Registered> list() {
    List<Extension> present = ours();
    byDigest
        .keySet()
        .retainAll(present.stream().map(Extension::digest).collect(Collectors.toSet()));
    return present.stream().map(this::registered).flatMap(Optional::stream).toList();
  }

  private List<Extension> ours() {
    return extensions.list().stream()
        .filter(extension -> extension.dialect().equals(DIALECT))
        .toList();
  }

  /**
   * The name that an extension has which somebody calls so.
   *
   * @throws ProblemException when no extension can be called so
   */
  static ExtensionName name(String written) {
    try {
      return new ExtensionName(EntrypointPath.folder(written));
    } catch (IllegalArgumentException unfit) {
      throw new ProblemException(RegistryProblems.noName(written));
    }
  }

  /**
   * The extension of this name.
   *
   * @throws ProblemException when there is none, or it is not of CloudStack
   */
  Registered require(String written) {
    ExtensionName name = name(written);
    Extension found =
        extensions
            .find(name)
            .orElseThrow(() -> new ProblemException(RegistryProblems.unknown(name, names())));
    if (!found.dialect().equals(DIALECT)) {
      throw new ProblemException(RegistryProblems.notOurs(found));
    }
    return registered(found)
        .orElseThrow(() -> new ProblemException(RegistryProblems.unreadable(found)));
  }

  private List<String> names() {
    return ours().stream().map(extension -> extension.name().value()).toList();
  }

  private Optional<Registered> registered(Extension extension) {
    return Optional.ofNullable(byDigest.get(extension.digest()))
        .or(() -> remembered(extension))
        .map(read -> new Registered(extension, read.manifest(), read.byHand()));
  }

  private Optional<Read> remembered(Extension extension) {
    Optional<Read> read = bundle(extension).flatMap(bundle -> read(extension, bundle));
    read.ifPresent(it -> byDigest.put(extension.digest(), it));
    return read;
  }

  private Optional<Bundle> bundle(Extension extension) {
    return Optional.of(extension.bundle()).filter(id -> id >= 0).map(context::getBundle);
  }

  private Optional<Read> read(Extension extension, Bundle bundle) {
    return ManifestReader.NAMES.stream()
        .map(name -> bundle.getEntry(BundleForm.FILES + name))
        .filter(Objects::nonNull)
        .findFirst()
        .flatMap(entry -> read(extension, entry));
  }

  private Optional<Read> read(Extension extension, URL entry) {
    try (InputStream bytes = entry.openStream()) {
      byte[] text = bytes.readAllBytes();
      return ManifestReader.installed(reader, extension.name().value(), text)
          .map(manifest -> new Read(manifest, HandMade.isMarked(text)));
    } catch (IOException failure) {
      log.warn("the manifest of {} cannot be read", extension.name(), failure);
      return Optional.empty();
    }
  }

  /** Whether it is enabled and nothing keeps its program from running (rows CS-1, CS-4, CS-17). */
  boolean isReady(Registered registered) {
    return registered.state().equals(Registered.ENABLED)
        && bundle(registered.extension())
            .filter(bundle -> !isFaulty(registered.name(), bundle))
            .isPresent();
  }

  private boolean isFaulty(ExtensionName name, Bundle bundle) {
    return readiness.check(name, bundle).stream()
        .anyMatch(problem -> problem.severity() == Severity.ERROR);
  }
}
