package hotshoe.shell.session;

import hotshoe.caller.Caller;
import hotshoe.shell.command.CallFailed;
import hotshoe.shell.command.Commands;
import hotshoe.shell.command.Dialogue;
import hotshoe.shell.text.Screen;
import hotshoe.status.HostStatus;
import hotshoe.status.StatusLevel;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.apache.felix.service.command.Job;
import org.apache.felix.service.command.Result;
import org.jline.terminal.Terminal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs command lines, one after another, and shows what they return. Only {@link #interrupt()} may
 * be called by another thread.
 */
final class Interpreter implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Interpreter.class);
  private static final String PIPE_EXCEPTION = "pipe-exception";

  private final CommandProcessor processor;
  private final InputStream input;
  private final PrintStream output;
  private final PrintStream errors;
  private final Supplier<Screen> screen;
  private final Interruptions interruptions = new Interruptions();
  private final AtomicReference<CommandSession> session = new AtomicReference<>();
  private Shield shield;
  private volatile SessionDialogue dialogue;
  private Optional<Thread> runner = Optional.empty();
  private final AtomicReference<Result> last = new AtomicReference<>();

  Interpreter(
      CommandProcessor processor,
      InputStream input,
      PrintStream output,
      PrintStream errors,
      Supplier<Screen> screen) {
    this.processor = processor;
    this.input = input;
    this.output = output;
    this.errors = errors;
    this.screen = screen;
    session.set(open());
    session().put("SCOPE", Commands.SEARCH_ORDER);
    session().put(Screen.VARIABLE, screen);
    session().put(".processor", processor);
    speakWith(Optional.empty());
  }

  /** Lets commands speak with whoever is at this terminal; without one, they only write. */
  void speakWith(Optional<Terminal> terminal) {
    dialogue = new SessionDialogue(this::session, interruptions, screen, terminal);
    session().put(Dialogue.VARIABLE, dialogue);
  }

  /** Makes room on the terminal for a line that is no command's. */
  void makeRoom() {
    dialogue.hideProgress();
  }

  /** Says who acts in this session. */
  void actAs(Caller caller) {
    session().put(Dialogue.CALLER, caller);
  }

  private CommandSession open() {
    Shield raised = new Shield();
    CommandSession fresh =
        processor.createSession(raised.around(input), raised.around(output), raised.around(errors));
    fresh.setJobListener((job, before, now) -> remember(job, now));
    shield = raised;
    return fresh;
  }

  private void remember(Job job, Job.Status now) {
    if (now == Job.Status.Done && job.parent() == null) {
      last.set(job.result());
    }
  }

  CommandSession session() {
    return session.get();
  }

  /** Where relative paths start. */
  void enter(Path folder) {
    session().currentDir(folder);
  }

  /** Runs one line and shows its results or its problems. */
  Ending run(CharSequence line) {
    begin();
    try {
      return runAll(Statements.of(line));
    } finally {
      end();
      output.flush();
      errors.flush();
    }
  }

  private Ending runAll(List<String> parts) {
    Ending ending = Ending.GOOD;
    for (String part : parts) {
      ending = runPart(part);
      if (ending.failed()) {
        break;
      }
    }
    return ending;
  }

  private synchronized void begin() {
    runner = Optional.of(Thread.currentThread());
    dialogue.begin();
  }

  /** An interruption that comes too late is forgotten. */
  private synchronized void end() {
    runner = Optional.empty();
    Thread.interrupted();
  }

  private Ending runPart(String part) {
    last.set(null);
    session().put(PIPE_EXCEPTION, null);
    try {
      Object result = session().execute(part);
      show(result);
      return ending(result);
    } catch (Exception e) {
      return fail(part, e);
    }
  }

  private void show(Object result) {
    session().put("_", result);
    if (result != null) {
      String text = session().format(result, Converter.INSPECT).toString();
      if (!text.isEmpty()) {
        output.println(text);
      }
    }
  }

  private Ending ending(Object result) {
    if (session().get(PIPE_EXCEPTION) != null) {
      return Ending.FAILED;
    }
    int code = Optional.ofNullable(last.get()).map(Result::error).orElse(0);
    if (code == 0 && isBad(result)) {
      return new Ending(1, false);
    }
    return code == 0 ? Ending.GOOD : new Ending(code, false);
  }

  /** Scripts ask how the host is by the exit code of {@code status}. */
  private static boolean isBad(Object result) {
    return result instanceof HostStatus status && status.overall() == StatusLevel.ERROR;
  }

  private Ending fail(CharSequence line, Exception failure) {
    if (Mishap.isInterruption(failure)) {
      Thread.interrupted();
      Optional.ofNullable(session().foregroundJob()).ifPresent(Job::interrupt);
      renew();
      dialogue.withdraw();
      errors.println(" interrupted");
      return Ending.INTERRUPTED;
    }
    session().put("exception", failure);
    errors.println(new Mishap(session(), line).tell(failure, screen.get()));
    return failure instanceof CallFailed call ? new Ending(call.code(), true) : Ending.FAILED;
  }

  /**
   * Goes on in a new session with the same variables: an interruption closes the channels of the
   * old one, and its command may take a while to notice that it has ended.
   */
  private void renew() {
    shield.cut();
    CommandSession old = session();
    try {
      CommandSession fresh = open();
      if (old.get(null) instanceof Set<?> names) {
        names.forEach(name -> fresh.put(name.toString(), old.get(name.toString())));
      }
      fresh.currentDir(old.currentDir());
      session.set(fresh);
      old.close();
    } catch (IllegalStateException e) {
      LOG.debug("the host stops, so no command will follow: {}", e.toString());
    }
  }

  /** Does what Ctrl-C does: a command that expects it has it first; another one ends. */
  void interrupt() {
    if (!interruptions.give()) {
      abandon();
    }
  }

  /**
   * Ends the line that runs now, if any, whatever it expects. Its thread is interrupted and not
   * Gogo's job: there may be no job yet, or none any more before the next one.
   */
  synchronized void abandon() {
    runner.ifPresent(Thread::interrupt);
  }

  @Override
  public void close() {
    abandon();
    session().close();
  }
}
