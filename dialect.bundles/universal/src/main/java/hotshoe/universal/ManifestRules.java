package hotshoe.universal;

import hotshoe.archive.Document;
import hotshoe.archive.DocumentCheck;
import hotshoe.archive.HostNeeds;
import hotshoe.archive.PlatformVersions;
import hotshoe.archive.PythonVersions;
import hotshoe.archive.Requirement;
import hotshoe.archive.SemanticVersions;
import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.osgi.framework.Version;

/** What must be true of a manifest beyond its type: all of it is looked at, all faults are kept. */
final class ManifestRules {

  private static final Pattern UNNAMEABLE =
      Pattern.compile("[\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF\\u2028\\u2029]");

  private static final Version ZIP_SAFE_SINCE = new Version(1, 4, 0);
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]+)*");
  private static final String ARCHIVE = "${extension_zip}";

  private final Document document;
  private final Given manifest;
  private final Given extension;
  private final List<Problem> problems = new ArrayList<>();

  ManifestRules(Document document, Map<?, ?> manifest) {
    this.document = document;
    this.manifest = new Given(manifest);
    this.extension = this.manifest.record("extension");
  }

  /** Faults and warnings. */
  List<Problem> problems() {
    return problems;
  }

  /** What the manifest says, unless a fault keeps it from saying it. */
  Optional<Manifest> manifest() {
    Optional<ExtensionName> name = name();
    Optional<Version> version =
        read("extension.version", () -> SemanticVersions.parse(extension.text("version")));
    Optional<Requirement> level = level();
    Optional<Requirement> python = python();
    List<String> extraPaths = extraPaths();
    List<Requirement> needs = new ArrayList<>(hostNeeds());
    level.ifPresent(needs::add);
    python.ifPresent(needs::add);
    return name.isEmpty() || version.isEmpty() || level.isEmpty() || python.isEmpty()
        ? Optional.empty()
        : Optional.of(manifest(name.get(), version.get(), extraPaths, needs));
  }

  private Manifest manifest(
      ExtensionName name, Version version, List<String> extraPaths, List<Requirement> needs) {
    Given owner = manifest.record("owner");
    return new Manifest(
        name,
        version,
        extension.text("api_level"),
        requiresPython(),
        extraPaths,
        extension.value("zip_safe").map(Boolean.class::cast).orElse(true),
        extension.value("description").filter(String.class::isInstance).isPresent()
            ? extension.text("description").strip()
            : "",
        owner.text("name").strip(),
        owner.text("organization").strip(),
        manifest.text("comments").strip(),
        needs);
  }

  /** Whether an extension can be called so. */
  static boolean isName(String name) {
    return isForm(name) && !name.equalsIgnoreCase(ExtensionName.HOST.value());
  }

  private static boolean isForm(String name) {
    return NAME.matcher(name).matches() && name.length() <= 200;
  }

  private Optional<ExtensionName> name() {
    String name = extension.text("name");
    if (!isForm(name)) {
      fault(
          "extension.name",
          "must be of letters, digits, '_', '-' and single dots, at most 200 in all, and begin with a"
              + " letter or digit");
      return Optional.empty();
    }
    ExtensionName known = new ExtensionName(name);
    if (!isName(name)) {
      fault("extension.name", "belongs to the host");
    }
    return Optional.of(known);
  }

  /** The level, and what it does not have yet (row UE-7). */
  private Optional<Requirement> level() {
    String level = extension.text("api_level");
    Optional<PlatformVersions> levels =
        read("extension.api_level", () -> PlatformVersions.level(UniversalDialect.NAME, level));
    if (levels.isPresent()
        && extension.value("zip_safe").isPresent()
        && new Version(level).compareTo(ZIP_SAFE_SINCE) < 0) {
      fault(
          "extension.zip_safe",
          "is known from api_level " + ZIP_SAFE_SINCE + " on, and this says " + level);
    }
    return levels.map(PlatformVersions::requirement);
  }

  private String requiresPython() {
    return extension.filled("requires_python").orElse(PythonVersions.DEFAULT);
  }

  private Optional<Requirement> python() {
    String path = "extension.requires_python";
    String clauses = requiresPython();
    Optional<PythonVersions> versions = read(path, () -> PythonVersions.parse(clauses));
    if (versions.isPresent()) {
      PythonVersions.unclear(clauses).stream()
          .map(clear -> UniversalProblems.unclear(place(path), clear))
          .forEach(problems::add);
    }
    return versions.map(PythonVersions::requirement);
  }

  /** Folders in the archive stay in it; others are the operator's business. */
  private List<String> extraPaths() {
    String text = extension.text("python_extra_paths");
    if (text.isBlank()) {
      return List.of();
    }
    List<String> paths = new ArrayList<>();
    for (String path : text.split(":", -1)) {
      paths.add(path.strip());
      wrong(path.strip())
          .ifPresent(why -> fault("extension.python_extra_paths", quoted(path) + why));
    }
    return paths;
  }

  private static Optional<String> wrong(String path) {
    String rest = path.replace(ARCHIVE, "");
    if (path.isEmpty()) {
      return Optional.of(" is no folder: nothing stands between two colons");
    }
    if (UNNAMEABLE.matcher(path).find()) {
      return Optional.of(" holds a line break or another character that names do not have");
    }
    if (rest.contains("${")) {
      return Optional.of(" has another variable than " + ARCHIVE);
    }
    return List.of(rest.split("[/\\\\]", -1)).contains("..")
        ? Optional.of(" leaves the folder it begins in")
        : Optional.empty();
  }

  private static String quoted(String text) {
    String shown = text.strip().replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    return "'" + (shown.length() > 60 ? shown.substring(0, 60) + "..." : shown) + "'";
  }

  private List<Requirement> hostNeeds() {
    Given hotshoe = manifest.record("hotshoe");
    if (hotshoe.value(HostNeeds.KEY).isEmpty()) {
      return List.of();
    }
    HostNeeds needs =
        HostNeeds.of(
            UniversalDialect.NAME,
            document,
            "hotshoe." + HostNeeds.KEY,
            hotshoe.record(HostNeeds.KEY).values());
    problems.addAll(needs.problems());
    return needs.requirements();
  }

  private <T> Optional<T> read(String path, Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (IllegalArgumentException unfit) {
      fault(path, unfit.getMessage());
      return Optional.empty();
    }
  }

  private void fault(String path, String message) {
    problems.add(DocumentCheck.fault(document, path, message));
  }

  private String place(String path) {
    return document.position(path).in(document.origin());
  }
}
