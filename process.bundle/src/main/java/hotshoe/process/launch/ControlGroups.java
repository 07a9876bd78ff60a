package hotshoe.process.launch;

import hotshoe.process.ProcessLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A control group of the system (version 2) that the operator has given to the host: below it each
 * limited order gets one of its own.
 *
 * @param folder where it is
 */
public record ControlGroups(Path folder) {

  private static final Logger LOG = LoggerFactory.getLogger(ControlGroups.class);

  /** Whether this limits memory. */
  public boolean limitsMemory() {
    return controls("memory");
  }

  /** Whether this limits the number of processes. */
  public boolean limitsProcesses() {
    return controls("pids");
  }

  private boolean controls(String what) {
    try {
      String enabled = Files.readString(folder.resolve("cgroup.subtree_control"));
      return (" " + enabled.strip() + " ").contains(" " + what + " ");
    } catch (IOException absent) {
      return false;
    }
  }

  /** A new group with an order's limits. */
  Group make(String name, ProcessLimits limits) throws IOException {
    Path own = Files.createDirectory(folder.resolve(name));
    Group group = new Group(own);
    try {
      if (limitsMemory() && limits.memory().isPresent()) {
        group.write("memory.max", limits.memory().getAsLong());
        group.writeIfThere("memory.swap.max", 0);
      }
      if (limitsProcesses() && limits.processes().isPresent()) {
        group.write("pids.max", limits.processes().getAsLong());
      }
      return group;
    } catch (IOException | RuntimeException e) {
      group.close();
      throw e;
    }
  }

  /** The group of one order. */
  public record Group(Path folder) implements AutoCloseable {

    private void write(String name, long value) throws IOException {
      Files.writeString(
          folder.resolve(name),
          Long.toString(value),
          StandardCharsets.US_ASCII,
          StandardOpenOption.CREATE,
          StandardOpenOption.WRITE);
    }

    private void writeIfThere(String name, long value) throws IOException {
      if (Files.exists(folder.resolve(name))) {
        write(name, value);
      }
    }

    /** The most memory that all of them used at a time. */
    public OptionalLong peakMemory() {
      try {
        return OptionalLong.of(
            Long.parseLong(Files.readString(folder.resolve("memory.peak")).strip()));
      } catch (IOException | NumberFormatException unknown) {
        return OptionalLong.empty();
      }
    }

    /** Ends all that are in it, wherever they have hidden. */
    public void kill() {
      try {
        writeIfThere("cgroup.kill", 1);
      } catch (IOException e) {
        LOG.debug("a control group could not be ended at once: {}", e.toString());
      }
    }

    /** Gives it back; a group in which somebody still lives stays. */
    @Override
    public void close() {
      try {
        Files.deleteIfExists(folder);
      } catch (IOException e) {
        LOG.debug("a control group stays: {}", e.toString());
      }
    }
  }
}
