package hotshoe.archive;

import hotshoe.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes requirements of what a manifest asks for; what cannot be one becomes a problem. */
final class HostNeedsReader {

  private final Document document;
  private final List<Requirement> requirements = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  HostNeedsReader(Document document) {
    this.document = document;
  }

  HostNeeds read(String platform, String path, Map<?, ?> asked) {
    text(asked, "platform")
        .ifPresent(
            versions ->
                add(
                    path + ".platform",
                    versions,
                    text -> new Requirement(Namespaces.PLATFORM, one("platform", platform, text))));
    each(asked, "extensions", path, "name", Namespaces.EXTENSION);
    each(asked, "interpreters", path, "language", Namespaces.INTERPRETER);
    NativeNames.system(list(asked, "os")).ifPresent(requirements::add);
    NativeNames.architecture(list(asked, "architecture")).ifPresent(requirements::add);
    return new HostNeeds(requirements, problems);
  }

  private void each(Map<?, ?> asked, String key, String path, String attribute, String namespace) {
    List<?> items = list(asked, key);
    for (int i = 0; i < items.size(); i++) {
      Map<?, ?> item = (Map<?, ?>) items.get(i);
      String name = (String) item.get(attribute);
      add(
          path + "." + key + "[" + i + "].version",
          text(item, "version").orElse(""),
          versions -> new Requirement(namespace, one(attribute, name, versions)));
    }
  }

  private void add(String path, String versions, Function<String, Requirement> requirement) {
    try {
      requirements.add(requirement.apply(versions));
    } catch (IllegalArgumentException unfit) {
      problems.add(
          DocumentCheck.fault(document, path, "cannot be asked for: " + unfit.getMessage()));
    }
  }

  /** One thing in these versions; the type lets no name pass that would need quoting. */
  private static String one(String attribute, String name, String versions) {
    String filters = versions.isEmpty() ? "" : VersionFilters.of(versions);
    return "(&(" + attribute + "=" + name + ")" + filters + ")";
  }

  private static Optional<String> text(Map<?, ?> from, String key) {
    return ((Optional<?>) from.get(key)).map(String.class::cast);
  }

  private static List<?> list(Map<?, ?> from, String key) {
    return (List<?>) from.get(key);
  }
}
