package hotshoe.cloudstack;

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
import hotshoe.problem.Problem;
import hotshoe.problem.Severity;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a manifest, in its archive or alone, and keeps everything that is to be said about it. */
public final class ManifestReader {

  /** Under which names it lies in an archive; the first is the documented one. */
  public static final List<String> NAMES = List.of("manifest.yaml", "manifest.yml");

  private final DocumentReader reader;
  private final String origin;
  private final List<Problem> warnings = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  ManifestReader(DocumentReader reader, String origin) {
    this.reader = reader;
    this.origin = origin;
  }

  /** The manifest of an extension that is installed, so that nothing is wrong with it. */
  public static Optional<Manifest> installed(DocumentReader reader, String name, byte[] bytes) {
    ManifestReader reading = new ManifestReader(reader, name);
    return reading.alone(bytes).flatMap(reading::checked);
  }

  /** The files of the archive, without the one folder in which all of them may lie (row CS-32). */
  static Contents files(Contents contents) {
    return name(contents).isPresent() ? contents : contents.unwrapped();
  }

  /** The name of the manifest among these files. */
  static Optional<String> name(Contents files) {
    return NAMES.stream().filter(name -> files.size(name).isPresent()).findFirst();
  }

  /** The manifest among these files; empty when there are problems. */
  Optional<Manifest> in(Contents files) {
    Reading reading = reader.read(origin, files, name(files).orElse(NAMES.get(0)));
    Optional<Document> document = document(reading);
    Optional<Manifest> manifest = document.flatMap(this::checked);
    manifest.ifPresent(read -> program(document.get(), read, files));
    return problems.isEmpty() ? manifest : Optional.empty();
  }

  /** The document that came alone; empty when there are problems. */
  Optional<Document> alone(byte[] bytes) {
    return document(reader.read(origin, new ByteArrayInputStream(bytes)));
  }

  /** The manifest that a document is; empty when there are problems. */
  Optional<Manifest> checked(Document document) {
    DocumentCheck.Outcome outcome =
        DocumentCheck.check(document, ManifestType.MANIFEST, Texts.AS_WRITTEN);
    if (outcome instanceof Faulty faulty) {
      problems.addAll(faulty.problems());
      return Optional.empty();
    }
    Fits fits = (Fits) outcome;
    warnings.addAll(fits.warnings());
    ManifestRules rules = new ManifestRules(document, new Given(fits.value()));
    Optional<Manifest> manifest = rules.check();
    rules.problems().forEach(this::tell);
    manifest.filter(read -> !read.saysEnabled()).ifPresent(read -> unsaid(document));
    return problems.isEmpty() ? manifest : Optional.empty();
  }

  private void tell(Problem problem) {
    (problem.severity() == Severity.ERROR ? problems : warnings).add(problem);
  }

  private Optional<Document> document(Reading reading) {
    if (reading instanceof NotRead notRead) {
      problems.addAll(notRead.problems());
      return Optional.empty();
    }
    return Optional.of(((Read) reading).document());
  }

  /** The program is there, and is what the manifest says (rows CS-35, CS-36). */
  private void program(Document document, Manifest manifest, Contents files) {
    String program = manifest.entrypoint();
    if (files.size(program).isEmpty()) {
      fault(document, "spec.entrypoint.path", "names a file that the archive does not hold");
      return;
    }
    manifest
        .given()
        .optional("spec", "entrypoint", "digest")
        .flatMap(expected -> Digests.difference(expected, files, program))
        .ifPresent(difference -> fault(document, "spec.entrypoint.digest", difference));
  }

  private void unsaid(Document document) {
    warnings.add(CloudStackProblems.enabledUnsaid(document.position("spec").in(document.origin())));
  }

  private void fault(Document document, String path, String message) {
    problems.add(DocumentCheck.fault(document, path, message));
  }

  /** What its author may want to know. */
  List<Problem> warnings() {
    return warnings;
  }

  /** Everything that is wrong, and the warnings besides. */
  List<Problem> problems() {
    List<Problem> all = new ArrayList<>(warnings);
    all.addAll(problems);
    return all;
  }
}
