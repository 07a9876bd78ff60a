package hotshoe.core.operation;

import hotshoe.caller.Caller;
import hotshoe.core.text.OneLine;
import hotshoe.extension.ExtensionName;
import hotshoe.operation.OperationDescription;
import hotshoe.operation.OperationFailure;
import hotshoe.problem.Problem;
import hotshoe.type.Fault;
import hotshoe.type.Ref;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Every problem that an operation or a call can have, in the words in which people read it. */
final class OperationProblems {

  private static final int LONGEST = 1000;

  private OperationProblems() {}

  static Problem foreign(String name, ExtensionName own, String owner) {
    return Problem.error(
            "HS-OPERATION-001", "the operation " + name + " is refused, for it is not in " + own)
        .at(owner)
        .because("an operation is named <extension>.<operation>, and its extension is " + own)
        .advising("offer it under " + own);
  }

  static Problem duplicate(Entry second, Entry first) {
    return Problem.error(
            "HS-OPERATION-002", "the operation " + second.name + " is refused as a duplicate")
        .at(second.owner)
        .because(first.owner + " offered an operation of that name before")
        .advising("rename one of the two");
  }

  static Problem silent(String owner, String why) {
    return Problem.error("HS-OPERATION-003", "a provider does not say what it offers")
        .at(owner)
        .because(bounded(why))
        .advising("correct what its method operations() does, and deploy the extension again");
  }

  static Problem wrong(String what, String owner, List<String> faults) {
    return Problem.error(
            "HS-OPERATION-004", "the operation " + what + " is refused, for it is declared wrongly")
        .at(owner)
        .because(bounded(String.join("; ", faults)))
        .advising("correct its declaration and deploy the extension again");
  }

  static Problem unusual(String what, String owner, List<String> oddities) {
    return Problem.warning("HS-OPERATION-005", "the operation " + what + " is declared unusually")
        .at(owner)
        .because(bounded(String.join("; ", oddities)));
  }

  static Problem unknown(String name, String why, String near) {
    Problem problem =
        Problem.error("HS-OPERATION-006", "there is no operation " + shown(name)).because(why);
    return near.isEmpty()
        ? problem.advising("op:list shows what you may call")
        : problem.advising("did you mean " + near + "?");
  }

  static Problem ambiguous(String name, List<String> candidates) {
    return Problem.error("HS-OPERATION-007", shown(name) + " may mean several operations")
        .because("there are " + firstOf(candidates))
        .advising("write the whole name");
  }

  static Problem faulty(String name, List<Fault> faults) {
    return Problem.error("HS-OPERATION-008", "the arguments of " + name + " do not fit")
        .because(faults.stream().map(Fault::toString).collect(Collectors.joining("; ")))
        .advising("op:info " + name + " shows what it takes; nothing was done");
  }

  static Problem unfitRecord(String record) {
    return Problem.error("HS-OPERATION-025", "the arguments do not fit together")
        .because("each value is of its type, but they make no " + record)
        .advising("read what the operation says of them; nothing was done");
  }

  static Problem removed(OperationDescription description) {
    return Problem.error("HS-OPERATION-009", "the operation " + description.name() + " is no more")
        .because("it was removed in version " + description.lifecycle().removed())
        .advising(description.lifecycle().reason());
  }

  static Problem withoutResource(String name, String kind) {
    return Problem.error("HS-OPERATION-010", name + " was called without a resource")
        .because("it acts on a resource of the kind " + kind)
        .advising("name one of this kind");
  }

  static Problem otherKind(String name, String wanted, Ref given) {
    return Problem.error(
            "HS-OPERATION-011", name + " does not act on the resource " + shown(given.toString()))
        .because(
            wanted.isEmpty()
                ? "it acts on no resource"
                : "it acts on a " + wanted + ", and this is a " + shown(given.kind()))
        .advising(
            wanted.isEmpty() ? "call it without a resource" : "name a resource of the kind wanted");
  }

  static Problem noResource(String name, Ref ref, String why) {
    return Problem.error(
            "HS-OPERATION-012", name + " cannot act on the resource " + shown(ref.toString()))
        .because(bounded(why));
  }

  static Problem otherExtension(String name, Ref ref, ExtensionName mapped) {
    return Problem.error(
            "HS-OPERATION-013", name + " may not act on the resource " + shown(ref.toString()))
        .because("the resource is run by the extension " + mapped)
        .advising("call an operation of " + mapped);
  }

  static Problem notYours(Caller caller, String name, Ref ref, String usableBy) {
    return Problem.error(
            "HS-OPERATION-026",
            shown(caller.name()) + " may not use the resource " + shown(ref.toString()))
        .at(name)
        .because("it may be used by " + (usableBy.isBlank() ? "nobody" : shown(usableBy)))
        .advising("whoever may change the resource can change its detail usable-by");
  }

  static Problem held(String name, ExtensionName extension, Duration waited) {
    return Problem.error("HS-OPERATION-014", name + " was not begun")
        .because(
            "its extension "
                + extension
                + " has been being replaced for "
                + waited.toSeconds()
                + " s")
        .advising("try again; operations.hold-limit is how long calls wait");
  }

  static Problem forgotten(ExtensionName extension, String holder, Duration since) {
    return Problem.warning(
            "HS-OPERATION-015",
            "calls to " + extension + " are held for more than " + since.toSeconds() + " s")
        .at("by " + holder)
        .because("whoever replaces the extension has not finished")
        .advising("look at what it waits for; new calls are refused after waiting");
  }

  static Problem undrained(ExtensionName extension, int calls, Duration drain) {
    return Problem.warning(
            "HS-OPERATION-016",
            calls + " calls to " + extension + " did not end within " + drain.toMillis() + " ms")
        .because("the extension is being replaced; they were cancelled and run on alone")
        .advising("task:list shows them");
  }

  static Problem tooDeep(String name, int deepest) {
    return Problem.error("HS-OPERATION-017", name + " was not begun")
        .because("operations call one another more than " + deepest + " levels deep")
        .advising("look for an operation that calls itself by way of others");
  }

  static Problem failed(Entry entry, String sentence, OperationFailure failure) {
    return Problem.error("HS-OPERATION-018", sentence)
        .at(entry.name)
        .because(bounded(failure.getMessage()));
  }

  static Problem unexpected(Entry entry, String sentence, String task) {
    return Problem.error("HS-OPERATION-019", sentence)
        .at(entry.name)
        .because("its extension " + entry.description.name().extension() + " has a defect")
        .advising("the host's log has the details under the task " + task);
  }

  static Problem wrongResult(Entry entry, List<Fault> faults) {
    return Problem.error(
            "HS-OPERATION-020", entry.name + " returned something else than it declares")
        .because(
            "its extension "
                + entry.description.name().extension()
                + " has a defect: "
                + faults.stream().map(Fault::toString).collect(Collectors.joining("; ")))
        .advising("tell its author; whatever the operation did is done");
  }

  static Problem deprecated(Entry entry) {
    var lifecycle = entry.description.lifecycle();
    return Problem.warning("HS-OPERATION-021", entry.name + " is called, and it is deprecated")
        .because("since version " + lifecycle.deprecated())
        .advising(lifecycle.reason());
  }

  static Problem undeclared(Entry entry, String code) {
    return Problem.warning(
            "HS-OPERATION-022", entry.name + " failed with a code that it does not declare")
        .at(entry.owner)
        .because("the code is " + shown(code))
        .advising("declare it among the errors of the operation");
  }

  static Problem noFile(String name, String why) {
    return Problem.error("HS-OPERATION-023", name + " could not get a file for an argument")
        .because(why)
        .advising("look at the space and the rights of the data folder");
  }

  static Problem interrupted(String name) {
    return Problem.error("HS-OPERATION-024", name + " was not begun")
        .because("the calling thread was interrupted while it waited");
  }

  static String firstOf(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(10, names.size())));
    return names.size() > 10 ? first + " and " + (names.size() - 10) + " more" : first;
  }

  /** What somebody gave, as it may be told: short and in one line. */
  static String shown(String given) {
    return OneLine.inMessage(given, 100);
  }

  private static String bounded(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
  }
}
