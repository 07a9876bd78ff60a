package hotshoe.system.script;

import hotshoe.slice.Slice;
import hotshoe.slice.SliceContext;
import hotshoe.status.SliceStatus;
import hotshoe.status.StatusReporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A slice that does what its component properties say. {@link hotshoe.system.ExtensionJar} copies
 * the class into the bundles it makes; the property named like a step says what happens in it.
 */
public class ScriptedSlice implements Slice, StatusReporter {
  private final Map<String, Object> properties;

  public ScriptedSlice(Map<String, Object> properties) throws Exception {
    this.properties = Map.copyOf(properties);
    perform("construct");
  }

  @Override
  public void prestart(SliceContext context) throws Exception {
    perform("prestart");
  }

  @Override
  public void start() throws Exception {
    perform("start");
  }

  @Override
  public void prestop() throws Exception {
    perform("prestop");
  }

  @Override
  public void stop() throws Exception {
    perform("stop");
  }

  @Override
  public SliceStatus status() throws Exception {
    perform("status");
    return SliceStatus.OK;
  }

  private void perform(String step) throws Exception {
    if (!step.equals("status")) {
      record(step);
    }
    Deed deed = Deed.valueOf(String.valueOf(properties.getOrDefault(step, Deed.NOTHING.name())));
    deed.perform(properties.get("hotshoe.slice.name") + " was told to fail in " + step);
  }

  /** One line per step in the journal, which outlives a killed process. */
  private void record(String step) throws IOException {
    Object journal = properties.get("journal");
    if (journal != null) {
      String line = properties.get("hotshoe.slice.name") + " " + step + "\n";
      Files.writeString(
          Path.of(journal.toString()), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
  }

  /** What a slice can do in a step; the worse ones are what a host has to live with. */
  public enum Deed {
    NOTHING {
      @Override
      void perform(String message) {
        // A slice that has nothing to do is the ordinary case.
      }
    },
    THROW {
      @Override
      void perform(String message) {
        throw new IllegalStateException(message);
      }
    },
    DIE {
      @Override
      void perform(String message) {
        throw new NoClassDefFoundError(message);
      }
    },
    PAUSE {
      @Override
      void perform(String message) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(300);
      }
    },
    LINGER {
      @Override
      void perform(String message) throws InterruptedException {
        TimeUnit.SECONDS.sleep(3);
      }
    },
    HANG {
      @Override
      void perform(String message) throws InterruptedException {
        TimeUnit.HOURS.sleep(1);
      }
    },
    /** Hangs and does not let itself be interrupted. */
    HANG_ON {
      @Override
      void perform(String message) {
        long end = System.nanoTime() + TimeUnit.HOURS.toNanos(1);
        while (System.nanoTime() < end) {
          java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
          Thread.interrupted();
        }
      }
    },
    EXIT {
      @Override
      void perform(String message) {
        System.exit(42);
      }
    },
    HALT {
      @Override
      void perform(String message) {
        Runtime.getRuntime().halt(42);
      }
    },
    /** Ends the thread that runs it, as {@code Thread.stop} did. */
    END_THREAD {
      @Override
      void perform(String message) {
        throw new ThreadDeath();
      }
    };

    abstract void perform(String message) throws Exception;
  }
}
