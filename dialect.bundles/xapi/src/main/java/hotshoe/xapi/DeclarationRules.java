package hotshoe.xapi;

import hotshoe.archive.Document;
import hotshoe.archive.HostNeeds;
import hotshoe.archive.Requirement;
import hotshoe.archive.SemanticVersions;
import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import hotshoe.type.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.framework.Version;

/** Reads a {@code calls.yaml} that fits its type: all of it is looked at, all faults are kept. */
final class DeclarationRules {

  static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]+)*");

  private final Faults faults;
  private final Given declaration;

  DeclarationRules(Document document, Map<?, ?> declaration) {
    this.faults = new Faults(document);
    this.declaration = new Given(declaration);
  }

  /** Faults and warnings. */
  List<Problem> problems() {
    return faults.problems();
  }

  /** The place of a call. */
  String place(String call) {
    return faults.place(Fault.path("calls", call));
  }

  /** Keeps a fault of a call that only its archive shows. */
  void add(String call, String message) {
    faults.add(Fault.path("calls", call), message);
  }

  /** What it says. */
  Declaration read() {
    Optional<ExtensionName> name = name();
    Optional<Version> version =
        declaration
            .filled("version")
            .flatMap(text -> faults.read("version", () -> SemanticVersions.parse(text)));
    List<Requirement> needs = needs();
    TypeDeclarations types = new TypeDeclarations(faults, declaration);
    types.check();
    List<Call> calls = new ArrayList<>();
    declaration
        .map("calls")
        .forEach(
            (key, call) ->
                calls.add(
                    new CallRules(
                            faults, types, Fault.path("calls", key), (String) key, Given.of(call))
                        .read()));
    return new Declaration(
        name, version, declaration.text("title"), declaration.text("doc").strip(), needs, calls);
  }

  private Optional<ExtensionName> name() {
    Optional<String> name = declaration.filled("name");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    if (!NAME.matcher(name.get()).matches() || name.get().length() > 200) {
      faults.add(
          "name",
          "must be of letters, digits, '_', '-' and single dots, at most 200 in all, and begin with a"
              + " letter or digit");
      return Optional.empty();
    }
    ExtensionName known = new ExtensionName(name.get());
    if (known.folded().equals(ExtensionName.HOST.value())) {
      faults.add("name", "belongs to the host");
    }
    return Optional.of(known);
  }

  private List<Requirement> needs() {
    if (declaration.value(HostNeeds.KEY).isEmpty()) {
      return List.of();
    }
    HostNeeds needs =
        HostNeeds.of(
            XapiDialect.NAME,
            faults.document(),
            HostNeeds.KEY,
            declaration.record(HostNeeds.KEY).values());
    needs.problems().forEach(faults::add);
    return needs.requirements();
  }
}
