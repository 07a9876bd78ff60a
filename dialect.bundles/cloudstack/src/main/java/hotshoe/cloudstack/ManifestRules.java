package hotshoe.cloudstack;

import hotshoe.archive.Contents;
import hotshoe.archive.Document;
import hotshoe.archive.DocumentCheck;
import hotshoe.archive.PlatformVersions;
import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.framework.Version;

/** What must be true of a manifest beyond its type: all of it is looked at, all faults are kept. */
final class ManifestRules {

  /** What the framework of CloudStack asks scripts to do; no action may be called so. */
  private static final Set<String> VERBS =
      Set.of(
          "prepare",
          "create",
          "start",
          "stop",
          "reboot",
          "delete",
          "status",
          "statuses",
          "getconsole");

  private static final Pattern SEMANTIC =
      Pattern.compile(
          "(\\d{1,9})\\.(\\d{1,9})\\.(\\d{1,9})(?:-([0-9A-Za-z.-]+))?(?:\\+[0-9A-Za-z.-]+)?");

  private final Document document;
  private final Map<?, ?> manifest;
  private final List<Problem> problems = new ArrayList<>();

  ManifestRules(Document document, Map<?, ?> manifest) {
    this.document = document;
    this.manifest = manifest;
  }

  List<Problem> problems() {
    return problems;
  }

  Optional<ExtensionName> name() {
    String folder = EntrypointPath.folder(text("metadata", "name"));
    try {
      return Optional.of(new ExtensionName(folder));
    } catch (IllegalArgumentException unfit) {
      fault("metadata.name", "must begin with a letter or a digit and have 200 characters at most");
      return Optional.empty();
    }
  }

  Optional<Version> version() {
    Matcher semantic = SEMANTIC.matcher(text("metadata", "version"));
    if (!semantic.matches()) {
      fault("metadata.version", "is not a semantic version such as 1.2.0");
      return Optional.empty();
    }
    String qualifier = Optional.ofNullable(semantic.group(4)).orElse("").replace('.', '_');
    return Optional.of(
        new Version(
            Integer.parseInt(semantic.group(1)),
            Integer.parseInt(semantic.group(2)),
            Integer.parseInt(semantic.group(3)),
            qualifier));
  }

  Optional<PlatformVersions> platform() {
    String path = "spec.compatibility.cloudstack.minVersion";
    try {
      Optional<String> least =
          Optional.of(text("spec", "compatibility", "cloudstack", "minVersion"));
      PlatformVersions.between(CloudStackDialect.NAME, least, Optional.empty());
      path = "spec.compatibility.cloudstack.maxVersion";
      return Optional.of(
          PlatformVersions.between(
              CloudStackDialect.NAME,
              least,
              optional("spec", "compatibility", "cloudstack", "maxVersion")));
    } catch (IllegalArgumentException unfit) {
      fault(path, unfit.getMessage());
      return Optional.empty();
    }
  }

  /** The program is there, in the folder of the extension (rows CS-7, CS-8, CS-36). */
  void entrypoint(Contents contents) {
    String path = "spec.entrypoint.path";
    try {
      String program =
          EntrypointPath.inArchive(
              EntrypointPath.folder(text("metadata", "name")), text("spec", "entrypoint", "path"));
      if (contents.size(program).isEmpty()) {
        fault(path, "names a file that the archive does not hold");
      }
    } catch (IllegalArgumentException unfit) {
      fault(path, unfit.getMessage());
    }
  }

  /** What may stand in two places, or go by two names, says one thing (rows CS-27, CS-28). */
  void spellings() {
    for (String key : List.of("enabled", "customActions")) {
      Optional<Object> top = given(key);
      Optional<Object> under = given("spec", key);
      if (top.isPresent() && under.isPresent() && !top.equals(under)) {
        fault(key, "stands here and under spec, and they differ");
      }
    }
    Optional<String> refs = optional("source", "refs");
    Optional<String> ref = optional("source", "ref");
    if (refs.isPresent() && ref.isPresent() && !refs.equals(ref)) {
      fault("source.ref", "and refs differ");
    }
  }

  /** No action is there twice or is called like a verb (rows CS-44, CS-45). */
  void actions() {
    Stream.of("customActions", "spec.customActions").forEach(this::actions);
  }

  private void actions(String path) {
    Set<String> seen = new HashSet<>();
    List<?> actions = (List<?>) given(path.split("\\.")).orElse(List.of());
    for (int i = 0; i < actions.size(); i++) {
      String name = (String) ((Map<?, ?>) actions.get(i)).get("name");
      String place = path + "[" + i + "].name";
      if (VERBS.contains(name.toLowerCase(Locale.ROOT))) {
        fault(place, "is what CloudStack itself asks extensions to do");
      }
      if (!seen.add(name)) {
        fault(place, "is there already");
      }
    }
  }

  private void fault(String path, String message) {
    problems.add(DocumentCheck.fault(document, path, message));
  }

  String text(String... path) {
    return (String) given(path).orElse("");
  }

  private Optional<String> optional(String... path) {
    return given(path).map(String.class::cast);
  }

  /** A value by its path; what may be absent and is, is empty. */
  private Optional<Object> given(String... path) {
    Object value = manifest;
    for (String key : path) {
      value = value instanceof Map<?, ?> map ? map.get(key) : null; // null: nothing is in nothing
      value = value instanceof Optional<?> optional ? optional.orElse(null) : value;
    }
    return Optional.ofNullable(value);
  }
}
