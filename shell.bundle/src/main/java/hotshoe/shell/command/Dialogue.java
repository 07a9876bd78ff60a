package hotshoe.shell.command;

import hotshoe.caller.Caller;
import java.util.Collection;
import java.util.Set;
import org.apache.felix.service.command.CommandSession;

/** Whoever gave a command, while it runs: what they are shown, asked, and how they interrupt. */
public interface Dialogue {

  /** The variable of a session that holds its dialogue. */
  String VARIABLE = ".dialogue";

  /** The variable of a session that holds its {@link Caller}. */
  String CALLER = ".caller";

  /** The dialogue of a session; one that shows all and asks nothing when it has none. */
  static Dialogue of(CommandSession session) {
    return session.get(VARIABLE) instanceof Dialogue own ? own : new Monologue(session);
  }

  /** Who acts in a session: whom the door let in, or the user who runs this process. */
  static Caller caller(CommandSession session) {
    return session.get(CALLER) instanceof Caller caller
        ? caller
        : new Caller(System.getProperty("user.name", "unknown"), Set.of("pool-admin"), "shell");
  }

  /** Whether a person can be asked. */
  boolean isWithPerson();

  /**
   * Asks the person; nothing of it comes into the history.
   *
   * @throws InterruptedException when they would rather not go on
   */
  String ask(Question question) throws InterruptedException;

  /** The next line of what is piped into the command; empty at its end. */
  String line();

  /** Shows output as it comes. */
  void out(String text);

  /** Shows error output as it comes, told apart from the other. */
  void err(String text);

  /** Shows how far something is, in place of what was shown before; a person sees it, no file. */
  void progress(double done, String message);

  /** Takes the progress away and ends a line that was begun. */
  void settle();

  /** Shows a value as the end of a command does. */
  void show(Object value);

  /** Until this is closed, the first interruption runs the action instead of ending the command. */
  Attention onInterrupt(Runnable action);

  /** Ends with {@link #close()}. */
  interface Attention extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Something that a person is asked.
   *
   * @param prompt what stands before the answer
   * @param offers what the tabulator offers
   * @param secret whether the answer is not to be seen
   */
  record Question(String prompt, Collection<String> offers, boolean secret) {}
}
