package hotshoe.xapi;

import hotshoe.archive.ArchiveName;
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
import hotshoe.extension.ExtensionName;
import hotshoe.problem.Nearest;
import hotshoe.problem.Problem;
import hotshoe.problem.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Version;

/** Reads an archive whole: everything that is wrong with it is told at once. */
final class ArchiveReader {

  private final DocumentReader reader;
  private final String origin;
  private final Executables executables;
  private final List<Problem> problems = new ArrayList<>();
  private Optional<DeclarationRules> rules = Optional.empty();

  ArchiveReader(DocumentReader reader, String origin, Contents contents) {
    this.reader = reader;
    this.origin = origin;
    this.executables = Executables.in(contents);
  }

  /**
   * An archive that was read.
   *
   * @param name the extension's identity
   * @param version its version
   * @param declaration what is declared
   * @param undeclared the calls that are not, sorted
   */
  record Archive(
      ExtensionName name, Version version, Declaration declaration, List<String> undeclared) {}

  /** Faults, warnings and notes. */
  List<Problem> problems() {
    return problems;
  }

  Executables executables() {
    return executables;
  }

  /** What is there; empty when a fault was found. */
  Optional<Archive> read() {
    Optional<Declaration> declaration = declaration();
    Optional<Archive> archive = declaration.flatMap(this::archive);
    return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)
        ? Optional.empty()
        : archive;
  }

  private Optional<Declaration> declaration() {
    Optional<String> file = executables.declaration();
    if (file.isEmpty()) {
      return Optional.of(Declaration.NONE);
    }
    Reading reading = reader.read(origin, executables.contents(), file.get());
    if (reading instanceof NotRead faults) {
      problems.addAll(faults.problems());
      return Optional.empty();
    }
    return declaration(((Read) reading).document());
  }

  private Optional<Declaration> declaration(Document document) {
    DocumentCheck.Outcome outcome =
        DocumentCheck.check(document, CallsType.CALLS, Texts.AS_WRITTEN);
    if (outcome instanceof Faulty faulty) {
      problems.addAll(faulty.problems());
      return Optional.empty();
    }
    Fits fits = (Fits) outcome;
    problems.addAll(fits.warnings());
    DeclarationRules found = new DeclarationRules(document, fits.value());
    rules = Optional.of(found);
    return Optional.of(found.read());
  }

  private Optional<Archive> archive(Declaration declaration) {
    List<String> undeclared = undeclared(declaration);
    declared(declaration);
    clashes(declaration, undeclared);
    rules.ifPresent(found -> problems.addAll(found.problems()));
    if (declaration.calls().isEmpty() && undeclared.isEmpty()) {
      problems.add(XapiProblems.noCalls(origin));
    }
    ArchiveName own = ArchiveName.of(executables.topFolder(), origin);
    Version version = declaration.version().orElse(own.version().orElse(Version.emptyVersion));
    Optional<ExtensionName> name = declaration.name().or(own::extension);
    if (name.isEmpty()) {
      problems.add(XapiProblems.nameless(origin));
    } else if (rules.isEmpty()) {
      String words = name.get() + " " + SemanticVersions.text(version);
      problems.add(0, XapiProblems.undeclared(origin, words));
    }
    return name.map(found -> new Archive(found, version, declaration, undeclared));
  }

  /** Executables that nobody declared. */
  private List<String> undeclared(Declaration declaration) {
    Set<String> declared = new HashSet<>();
    declaration.calls().forEach(call -> declared.add(call.name()));
    List<String> undeclared = new ArrayList<>();
    executables
        .runnable()
        .filter(file -> !declared.contains(file))
        .forEach(file -> (Executables.isLikeCall(file) ? undeclared : leftAside(file)).add(file));
    if (rules.isPresent()) {
      undeclared.forEach(file -> problems.add(XapiProblems.undeclaredCall(origin, file)));
    }
    undeclared.forEach(this::mark);
    return undeclared;
  }

  private List<String> leftAside(String file) {
    problems.add(XapiProblems.noCall(origin, file));
    return new ArrayList<>();
  }

  private void mark(String file) {
    if (!executables.isMarked(file)) {
      problems.add(XapiProblems.unmarked(origin, file));
    }
  }

  /** Each declared call has its executable. */
  private void declared(Declaration declaration) {
    for (Call call : declaration.calls()) {
      if (!executables.has(call.name())) {
        missing(call.name());
      } else if (!executables.canRun(call.name())) {
        problems.add(XapiProblems.notExecutable(origin, call.name()));
      } else {
        mark(call.name());
      }
    }
  }

  private void missing(String call) {
    String near = Nearest.to(call, executables.runnable().toList());
    rules
        .orElseThrow()
        .add(
            call,
            "has no executable of that name in the archive"
                + (near.isEmpty() ? "" : "; did you mean '" + near + "'?"));
  }

  private void clashes(Declaration declaration, List<String> undeclared) {
    Map<String, String> seen = new HashMap<>();
    List<String> names = new ArrayList<>(declaration.calls().stream().map(Call::name).toList());
    names.addAll(undeclared);
    for (String name : names) {
      String other = seen.putIfAbsent(Call.shortName(name), name);
      if (other != null) {
        problems.add(XapiProblems.clash(place(name), name, other));
      }
    }
  }

  private String place(String call) {
    return executables.has(call) || rules.isEmpty() ? origin + "!" + call : rules.get().place(call);
  }
}
