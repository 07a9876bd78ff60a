package hotshoe.process;

import java.util.function.Consumer;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears what a process writes while it writes it: whole lines, with their ends. Only a line of more
 * than 8,192 characters comes in parts, and a last one without end as it is. Bytes that are no
 * UTF-8 have become U+FFFD. Each stream is told in its order by one thread; whoever is slow slows
 * the process, and one that throws is not told any more. In an operation's handler this makes the
 * process talk to the task: {@code ProcessListener.to(task::out, task::err)}.
 */
@ConsumerType
public interface ProcessListener {

  /** What came on standard output. */
  void output(String text);

  /** What came on standard error. */
  void errorOutput(String text);

  /** Whether anybody listens; asked once, and what is not heard need not be made. */
  default boolean isListening() {
    return true;
  }

  /** Hands each stream on. */
  static ProcessListener to(Consumer<String> output, Consumer<String> errorOutput) {
    return new ProcessListener() {
      @Override
      public void output(String text) {
        output.accept(text);
      }

      @Override
      public void errorOutput(String text) {
        errorOutput.accept(text);
      }
    };
  }

  /** Hears nothing. */
  static ProcessListener none() {
    return new ProcessListener() {
      @Override
      public void output(String text) {}

      @Override
      public void errorOutput(String text) {}

      @Override
      public boolean isListening() {
        return false;
      }
    };
  }
}
