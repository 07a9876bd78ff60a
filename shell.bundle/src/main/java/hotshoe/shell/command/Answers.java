package hotshoe.shell.command;

import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.shell.command.Dialogue.Question;
import hotshoe.type.SecretText;
import hotshoe.type.Type;
import java.util.List;

/** Gets what should not, or need not, stand on a command line: from the person, or from a pipe. */
final class Answers {

  private final Dialogue dialogue;

  Answers(Dialogue dialogue) {
    this.dialogue = dialogue;
  }

  /** A value of this type. */
  Object value(String name, Type type) throws InterruptedException {
    boolean secret = Arguments.isSecret(type);
    String text =
        dialogue.isWithPerson()
            ? dialogue.ask(new Question(name + ": ", Arguments.choices(type), secret))
            : piped(name);
    return secret && type instanceof Type.Secret ? SecretText.of(text) : text;
  }

  /** A new password: from a person twice, from a pipe once. */
  SecretText password(String user) throws InterruptedException {
    if (!dialogue.isWithPerson()) {
      return SecretText.of(piped("the password"));
    }
    String first = hidden("password of " + user + ": ");
    if (!hidden("the same once more: ").equals(first)) {
      throw new ProblemException(
          Problem.error("HS-SHELL-018", "the two passwords are not the same")
              .advising("nothing was changed; try again"));
    }
    return SecretText.of(first);
  }

  private String hidden(String prompt) throws InterruptedException {
    return dialogue.ask(new Question(prompt, List.of(), true));
  }

  private String piped(String what) {
    String line = dialogue.line();
    if (line.isEmpty()) {
      throw new ProblemException(
          Problem.error("HS-SHELL-018", what + " is missing")
              .because("nobody is at a terminal to be asked for it, and the input is empty")
              .advising("give it as the first line of the input: hotshoe shell ... < file"));
    }
    return line;
  }
}
