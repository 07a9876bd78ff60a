package hotshoe.archive;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.framework.namespace.NativeNamespace;

/**
 * Operating systems and processors by the names people know, and by those under which frameworks
 * offer them in their capability {@code osgi.native}; frameworks differ in the aliases they add.
 */
final class NativeNames {

  /** By the name that manifests use; sorted. */
  static final Map<String, List<String>> SYSTEMS =
      Collections.unmodifiableMap(
          new TreeMap<>(
              Map.of(
                  "linux", List.of("linux"),
                  "windows", List.of("win32", "windows"),
                  "macos", List.of("macosx", "macos", "mac os x"),
                  "freebsd", List.of("freebsd"),
                  "aix", List.of("aix"),
                  "solaris", List.of("solaris", "sunos"))));

  /** By the name that manifests use; sorted. */
  static final Map<String, List<String>> ARCHITECTURES =
      Collections.unmodifiableMap(
          new TreeMap<>(
              Map.of(
                  "x86_64", List.of("x86-64", "x86_64", "amd64", "em64t"),
                  "x86", List.of("x86", "i386", "i586", "i686"),
                  "aarch64", List.of("aarch64", "arm64"),
                  "arm", List.of("arm_le", "arm", "arm_be"),
                  "ppc64le", List.of("ppc64le", "powerpc-64-le"),
                  "s390x", List.of("s390x"),
                  "riscv64", List.of("riscv64"))));

  private NativeNames() {}

  /** One of these systems; empty when none is asked for. */
  static Optional<Requirement> system(List<?> names) {
    return anyOf(names, SYSTEMS, NativeNamespace.CAPABILITY_OSNAME_ATTRIBUTE);
  }

  /** One of these processors; empty when none is asked for. */
  static Optional<Requirement> architecture(List<?> names) {
    return anyOf(names, ARCHITECTURES, NativeNamespace.CAPABILITY_PROCESSOR_ATTRIBUTE);
  }

  private static Optional<Requirement> anyOf(
      List<?> names, Map<String, List<String>> known, String attribute) {
    String filters =
        names.stream()
            .distinct()
            .flatMap(name -> known.get(name).stream())
            .map(alias -> "(" + attribute + "~=" + alias + ")")
            .collect(Collectors.joining());
    return filters.isEmpty()
        ? Optional.empty()
        : Optional.of(new Requirement(NativeNamespace.NATIVE_NAMESPACE, "(|" + filters + ")"));
  }
}
