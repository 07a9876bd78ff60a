package hotshoe.archive;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.framework.VersionRange;

/** What a form must not say. */
final class FormCheck {

  /** Headers that follow from the rest of a form, or from the format itself; in lower case. */
  private static final Set<String> OWN =
      Set.of(
          "manifest-version",
          "name",
          "bundle-manifestversion",
          "bundle-symbolicname",
          "bundle-version",
          "bundle-activator",
          "bundle-classpath",
          "import-package",
          "dynamicimport-package",
          "export-package",
          "require-capability",
          "provide-capability",
          "service-component");

  private FormCheck() {}

  static void headers(Collection<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      String folded = name.toLowerCase(Locale.ROOT);
      if (OWN.contains(folded) || !seen.add(folded)) {
        throw new IllegalArgumentException("not a header to be added: " + name);
      }
    }
  }

  static void imports(Map<String, String> imports) {
    for (Map.Entry<String, String> entry : imports.entrySet()) {
      if (!Requirement.NAME.matcher(entry.getKey()).matches()) {
        throw new IllegalArgumentException("not a package: " + entry.getKey());
      }
      VersionRange.valueOf(entry.getValue());
    }
  }

  static void names(List<ComponentForm> components, Set<String> files, Set<String> texts) {
    Set<String> seen = new HashSet<>(Set.of("META-INF/MANIFEST.MF", BundleForm.LIST));
    Stream.of(components.stream().map(ComponentForm::file), files.stream(), texts.stream())
        .flatMap(names -> names)
        .forEach(
            name -> {
              if (!isSafe(name) || !seen.add(name)) {
                throw new IllegalArgumentException("not a name for one more file: " + name);
              }
            });
  }

  private static boolean isSafe(String name) {
    return !name.isEmpty()
        && !name.startsWith("/")
        && !name.endsWith("/")
        && name.indexOf('\\') < 0
        && name.chars().noneMatch(Character::isISOControl)
        && Stream.of(name.split("/", -1))
            .noneMatch(step -> step.isEmpty() || step.equals(".") || step.equals(".."));
  }
}
