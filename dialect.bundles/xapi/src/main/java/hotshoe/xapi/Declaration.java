package hotshoe.xapi;

import hotshoe.archive.Requirement;
import hotshoe.extension.ExtensionName;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Version;

/**
 * What a {@code calls.yaml} says.
 *
 * @param name the extension's identity, if it is said
 * @param version its version, if it is said
 * @param title what people call it, or empty
 * @param doc what it is for, or empty
 * @param needs what the resolver is asked for
 * @param calls those without a fault, in the order of the file
 */
record Declaration(
    Optional<ExtensionName> name,
    Optional<Version> version,
    String title,
    String doc,
    List<Requirement> needs,
    List<Call> calls) {

  /** What holds where there is none. */
  static final Declaration NONE =
      new Declaration(Optional.empty(), Optional.empty(), "", "", List.of(), List.of());

  Declaration {
    needs = List.copyOf(needs);
    calls = List.copyOf(calls);
  }
}
