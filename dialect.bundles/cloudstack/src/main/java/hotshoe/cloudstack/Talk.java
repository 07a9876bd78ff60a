package hotshoe.cloudstack;

import hotshoe.caller.Caller;
import hotshoe.cloudstack.Entrypoints.Order;
import hotshoe.cloudstack.lifecycle.Masked;
import hotshoe.operation.OperationFailure;
import hotshoe.operation.TaskControl;
import hotshoe.process.ProcessListener;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Asks the entrypoint of one extension to do what its orchestrator wants. Safe for use by many
 * threads.
 *
 * @param entrypoints run the program of the extension
 * @param common what is known of the extension
 * @param deployWord what the program is told instead of {@code create}
 */
record Talk(Entrypoints entrypoints, Common common, String deployWord) {

  static final String FAILED = "VERB_FAILED";

  /** A payload that tells of the extension alone. */
  Payload payload() {
    return Payload.of(common.details());
  }

  /** A payload for a call: the host itself is no caller at home. */
  Payload payload(Caller caller) {
    return payload().by(caller);
  }

  /**
   * Asks on behalf of a task, which hears what the program writes unless that may hold passwords.
   *
   * @throws OperationFailure when the program fails, or says that it failed
   */
  Answer ask(Verb verb, Payload payload, TaskControl task) throws OperationFailure {
    ProcessListener listener =
        verb.isConfidential()
            ? ProcessListener.to(text -> {}, text -> task.err(Masked.text(text)))
            : ProcessListener.to(task::out, task::err);
    Answer answer = entrypoints.run(order(verb, payload, 0), listener);
    if (!answer.isSuccess()) {
      throw failure(answer, sentence(verb, answer));
    }
    return answer;
  }

  /**
   * Asks on behalf of nobody, within this limit.
   *
   * @return empty when it was not asked, because the host stops or the extension goes
   */
  Optional<Answer> poll(Verb verb, Payload payload, Duration limit) {
    return entrypoints.poll(order(verb, payload, Math.max(1, limit.toSeconds())), limit);
  }

  private Order order(Verb verb, Payload payload, long seconds) {
    String word = verb == Verb.CREATE ? deployWord : verb.word();
    return new Order(common.extension(), common.entrypoint(), word, payload, seconds);
  }

  /** Why a verb failed, with what the program wrote; passwords are starred out. */
  static OperationFailure failure(Answer answer, String message) {
    return new OperationFailure(
        FAILED,
        message,
        Map.of(
            "exitcode", Integer.toString(answer.code()),
            "output", Masked.text(answer.output()),
            "erroroutput", Masked.text(answer.errorOutput())));
  }

  private static String sentence(Verb verb, Answer answer) {
    String said = Masked.text(answer.complaint().orElse(""));
    String words = said.isEmpty() ? "" : ": " + said;
    return answer.code() == 0
        ? "the entrypoint said that it could not " + verb.word() + words
        : "the entrypoint ended with exit code "
            + answer.code()
            + " when asked to "
            + verb.word()
            + words;
  }
}
