package hotshoe.universal;

import hotshoe.archive.Contents;
import hotshoe.archive.Document;
import hotshoe.archive.DocumentCheck;
import hotshoe.archive.DocumentCheck.Faulty;
import hotshoe.archive.DocumentCheck.Fits;
import hotshoe.archive.DocumentCheck.Texts;
import hotshoe.archive.DocumentReader;
import hotshoe.archive.DocumentReader.NotRead;
import hotshoe.archive.DocumentReader.Read;
import hotshoe.archive.DocumentReader.Reading;
import hotshoe.archive.SemanticVersions;
import hotshoe.problem.Problem;
import hotshoe.problem.Severity;
import hotshoe.type.Type;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an archive whole: everything that is wrong with it is told at once. */
final class ExtensionReader {

  private static final String WHEELS = "dep/";

  private final DocumentReader reader;
  private final String origin;
  private final Contents contents;
  private final List<Problem> problems = new ArrayList<>();

  ExtensionReader(DocumentReader reader, String origin, Contents contents) {
    this.reader = reader;
    this.origin = origin;
    this.contents = contents;
  }

  /**
   * An archive that was read.
   *
   * @param root where the files are; empty for a form without an extension
   * @param manifest what {@code extension.yml} says
   * @param template what {@code template.json} says, if there is one
   * @param wheels those for this extension in this version
   */
  record Archive(
      Optional<ExtensionRoot> root,
      Manifest manifest,
      Optional<Template> template,
      List<Wheel> wheels) {}

  /** Faults and warnings. */
  List<Problem> problems() {
    return problems;
  }

  /** What is there; empty when a fault was found. */
  Optional<Archive> read() {
    ExtensionRoot.Search search = ExtensionRoot.in(origin, contents);
    if (search instanceof ExtensionRoot.Unfit unfit) {
      problems.add(unfit.problem());
      return Optional.empty();
    }
    Optional<Archive> archive =
        search instanceof ExtensionRoot.Found found ? read(found.root()) : form();
    return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)
        ? Optional.empty()
        : archive;
  }

  /** A form alone is kept, and given back, for the people who will export it again. */
  private Optional<Archive> form() {
    problems.add(UniversalProblems.formOnly(origin));
    return template(Optional.empty()).flatMap(this::form);
  }

  private Optional<Archive> form(Template template) {
    Optional<Manifest> manifest = Manifest.of(template);
    if (manifest.isEmpty()) {
      problems.add(UniversalProblems.namelessForm(origin));
    }
    return manifest.map(
        found -> new Archive(Optional.empty(), found, Optional.of(template), List.of()));
  }

  private Optional<Archive> read(ExtensionRoot root) {
    if (!root.names().contains(ExtensionRoot.PROGRAM)) {
      problems.add(UniversalProblems.noProgram(origin));
    }
    Optional<Checked> checked =
        checked(manifest(root), ManifestType.MANIFEST, Texts.ONLY_TEXTS, Warnings.TOLD);
    Optional<Manifest> manifest = checked.flatMap(found -> manifest(root, found));
    Optional<Template> template = template(manifest);
    return manifest.map(
        found -> new Archive(Optional.of(root), found, template, wheels(root, found)));
  }

  private Reading manifest(ExtensionRoot root) {
    return root.manifest()
        .map(
            bytes ->
                reader.read(
                    origin + "!" + root.prefix() + ExtensionRoot.MANIFEST,
                    new ByteArrayInputStream(bytes)))
        .orElseGet(() -> absent(root));
  }

  /** What is not in the archive inside is not in the package either, whose words are the same. */
  private Reading absent(ExtensionRoot root) {
    String place = root.prefix().isEmpty() ? origin : origin + "!" + ExtensionRoot.INNER;
    return reader.read(place, contents, ExtensionRoot.MANIFEST);
  }

  private Optional<Manifest> manifest(ExtensionRoot root, Checked checked) {
    ManifestRules rules = new ManifestRules(checked.document(), checked.value());
    Optional<Manifest> manifest = rules.manifest();
    problems.addAll(rules.problems());
    manifest.ifPresent(found -> folders(root, checked.document(), found));
    return manifest;
  }

  private void folders(ExtensionRoot root, Document document, Manifest manifest) {
    String place = document.position("extension.python_extra_paths").in(document.origin());
    manifest.extraPaths().stream()
        .filter(path -> path.startsWith("${extension_zip}/"))
        .map(path -> path.substring("${extension_zip}/".length()))
        .filter(path -> !path.isEmpty() && !root.has(path))
        .map(path -> UniversalProblems.missingFolder(place, path))
        .forEach(problems::add);
  }

  private Optional<Template> template(Optional<Manifest> manifest) {
    if (contents.size(ExtensionRoot.TEMPLATE).isEmpty()) {
      return Optional.empty();
    }
    Reading reading = reader.read(origin, contents, ExtensionRoot.TEMPLATE);
    Optional<Checked> checked =
        checked(reading, TemplateType.TEMPLATE, Texts.AS_WRITTEN, Warnings.LEFT_OUT);
    return checked.map(found -> template(found, manifest));
  }

  private Template template(Checked checked, Optional<Manifest> manifest) {
    TemplateRules rules = new TemplateRules(checked.document(), checked.value());
    Template template = rules.template();
    problems.addAll(rules.problems());
    manifest
        .map(Manifest::name)
        .filter(name -> !template.extension().isEmpty())
        .filter(name -> !template.extension().equals(name.value()))
        .map(
            name ->
                UniversalProblems.otherName(
                    checked.document().position("extension").in(checked.document().origin()),
                    template.extension(),
                    name))
        .ifPresent(problems::add);
    return template;
  }

  private List<Wheel> wheels(ExtensionRoot root, Manifest manifest) {
    List<Wheel> wheels = new ArrayList<>();
    for (String name : root.names()) {
      if (name.startsWith(WHEELS) && name.endsWith(".whl")) {
        wheel(root.prefix() + name, Wheel.of(name), manifest).ifPresent(wheels::add);
      }
    }
    return wheels;
  }

  private Optional<Wheel> wheel(String file, Optional<Wheel> wheel, Manifest manifest) {
    if (wheel.isEmpty()) {
      leave(file, "its name is not that of a wheel", "build it with the tool that makes wheels");
      return Optional.empty();
    }
    String version = SemanticVersions.text(manifest.version());
    if (!wheel.get().isFor(manifest.name().value(), version)) {
      String own = manifest.name() + " " + version;
      leave(file, "it is for another extension or version than " + own, "build it again");
      return Optional.empty();
    }
    if (manifest.zipSafe()) {
      leave(file, "with zip_safe true nothing is unpacked", "say zip_safe: false, or remove it");
    }
    return wheel.filter(found -> !manifest.zipSafe());
  }

  private void leave(String file, String why, String advice) {
    problems.add(UniversalProblems.wheel(origin, file, why, advice));
  }

  /** What becomes of keys that nobody knows. */
  private enum Warnings {
    TOLD,
    LEFT_OUT
  }

  private record Checked(Document document, Map<String, Object> value) {}

  private Optional<Checked> checked(
      Reading reading, Type.Record type, Texts texts, Warnings warnings) {
    if (reading instanceof NotRead faults) {
      problems.addAll(faults.problems());
      return Optional.empty();
    }
    Document document = ((Read) reading).document();
    DocumentCheck.Outcome outcome = DocumentCheck.check(document, type, texts);
    List<Problem> told =
        outcome instanceof Faulty faulty ? faulty.problems() : ((Fits) outcome).warnings();
    told.stream()
        .filter(problem -> warnings == Warnings.TOLD || problem.severity() == Severity.ERROR)
        .forEach(problems::add);
    return outcome instanceof Fits fits
        ? Optional.of(new Checked(document, fits.value()))
        : Optional.empty();
  }
}
