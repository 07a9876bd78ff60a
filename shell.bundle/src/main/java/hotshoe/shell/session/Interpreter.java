package hotshoe.shell.session;

import hotshoe.shell.command.Commands;
import hotshoe.shell.text.Screen;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.apache.felix.service.command.Job;
import org.apache.felix.service.command.Result;

/**
 * Runs command lines, one after another, and shows what they return. Only {@link #interrupt()} may
 * be called by another thread.
 */
final class Interpreter implements AutoCloseable {

  /** The exit code of a line that was interrupted, as shells give it. */
  static final int INTERRUPTED = 130;

  private static final String PIPE_EXCEPTION = "pipe-exception";

  private final CommandProcessor processor;
  private final InputStream input;
  private final PrintStream output;
  private final PrintStream errors;
  private final Supplier<Screen> screen;
  private final AtomicReference<CommandSession> session = new AtomicReference<>();
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
  }

  private CommandSession open() {
    CommandSession fresh = processor.createSession(input, output, errors);
    fresh.setJobListener((job, before, now) -> remember(job, now));
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

  /**
   * Runs one line and shows its result or its problems.
   *
   * @return 0 when it went well, 130 when it was interrupted, else 1 or what the command said
   */
  int run(CharSequence line) {
    last.set(null);
    session().put(PIPE_EXCEPTION, null);
    try {
      show(session().execute(line));
      return exitCode();
    } catch (Exception e) {
      return fail(line, e);
    } finally {
      output.flush();
      errors.flush();
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

  private int exitCode() {
    if (session().get(PIPE_EXCEPTION) != null) {
      return 1;
    }
    return Optional.ofNullable(last.get()).map(Result::error).orElse(0);
  }

  private int fail(CharSequence line, Exception failure) {
    if (Mishap.isInterruption(failure)) {
      renew();
      errors.println(" interrupted");
      return INTERRUPTED;
    }
    session().put("exception", failure);
    errors.println(new Mishap(session(), line).tell(failure, screen.get()));
    return 1;
  }

  /**
   * Goes on in a new session with the same variables: an interruption closes the channels of the
   * old one.
   */
  private void renew() {
    CommandSession old = session();
    CommandSession fresh = open();
    if (old.get(null) instanceof Set<?> names) {
      names.forEach(name -> fresh.put(name.toString(), old.get(name.toString())));
    }
    fresh.currentDir(old.currentDir());
    session.set(fresh);
    old.close();
  }

  /** Interrupts the line that runs now, if any. */
  void interrupt() {
    Optional.ofNullable(session().foregroundJob()).ifPresent(Job::interrupt);
  }

  @Override
  public void close() {
    interrupt();
    session().close();
  }
}
