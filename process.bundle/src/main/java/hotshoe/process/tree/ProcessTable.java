package hotshoe.process.tree;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The system's table of processes: {@code /proc} where there is one, else what Java tells, which is
 * less: no sessions, no markers, no pipes and no memory. Processes come and go while it is read, so
 * that what is not there any more is left out in silence. Immutable.
 */
public final class ProcessTable {

  private static final int LONGEST_STAT = 4096;
  private static final int NO_SESSION = -1;
  private static final int STATE = 0;
  private static final int PARENT = 1;
  private static final int SESSION = 3;
  private static final int BORN = 19;
  private static final int KIBIBYTE = 1024;

  private final File root;
  private final boolean isThere;
  private final byte[] marker;

  /**
   * The table of this system.
   *
   * @param marker the variable of the environment by which processes are known
   */
  public ProcessTable(String marker) {
    this(new File("/proc"), marker);
  }

  ProcessTable(File root, String marker) {
    this.root = root;
    this.isThere = new File(root, "self/stat").exists();
    this.marker = (marker + "=").getBytes(StandardCharsets.UTF_8);
  }

  /** Whether this system shows more than parents. */
  public boolean isWhole() {
    return isThere;
  }

  /** Everybody who is there now but the dead. */
  public Census look() {
    return new Census(this, all());
  }

  private List<Sighting> all() {
    List<Sighting> alive = new ArrayList<>();
    if (isThere) {
      for (String name : Optional.ofNullable(root.list()).orElse(new String[0])) {
        if (Character.isDigit(name.charAt(0))) {
          find(Long.parseLong(name)).filter(seen -> !seen.isEnded()).ifPresent(alive::add);
        }
      }
    } else {
      ProcessHandle.allProcesses().map(ProcessTable::told).forEach(alive::add);
    }
    return alive;
  }

  /** A process that is there, even if it has ended. */
  public Optional<Sighting> find(long pid) {
    if (!isThere) {
      return ProcessHandle.of(pid).map(ProcessTable::told);
    }
    return read(pid + "/stat", LONGEST_STAT)
        .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
        .flatMap(line -> parse(pid, line));
  }

  private static Sighting told(ProcessHandle handle) {
    long parent = handle.parent().map(ProcessHandle::pid).orElse(0L);
    long born = handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    return new Sighting(handle.pid(), parent, NO_SESSION, !handle.isAlive(), born);
  }

  /** The name of a program stands in parentheses and may hold some, and blanks, itself. */
  static Optional<Sighting> parse(long pid, String line) {
    int nameEnd = line.lastIndexOf(')');
    String[] fields = line.substring(Math.min(nameEnd + 2, line.length())).split(" ");
    if (nameEnd < 0 || fields.length <= BORN) {
      return Optional.empty();
    }
    char state = fields[STATE].charAt(0);
    return Optional.of(
        new Sighting(
            pid,
            Long.parseLong(fields[PARENT]),
            Long.parseLong(fields[SESSION]),
            state == 'Z' || state == 'X',
            Long.parseLong(fields[BORN])));
  }

  /** What the marker holds in the environment that a process was started with, or nothing. */
  public String marker(long pid) {
    byte[] environment = read(pid + "/environ", Integer.MAX_VALUE).orElse(new byte[0]);
    int begin = 0;
    while (begin < environment.length) {
      int end = begin;
      while (end < environment.length && environment[end] != 0) {
        end++;
      }
      if (isMarker(environment, begin, end)) {
        int value = begin + marker.length;
        return new String(environment, value, end - value, StandardCharsets.UTF_8);
      }
      begin = end + 1;
    }
    return "";
  }

  private boolean isMarker(byte[] environment, int begin, int end) {
    for (int i = 0; i < marker.length; i++) {
      if (begin + i >= end || environment[begin + i] != marker[i]) {
        return false;
      }
    }
    return true;
  }

  /** The pipes that a process holds as these descriptors, by their names in the system. */
  public Set<String> pipes(long pid, String... descriptors) {
    Set<String> pipes = new HashSet<>();
    File folder = new File(root, pid + "/fd");
    String[] names =
        descriptors.length > 0
            ? descriptors
            : Optional.ofNullable(isThere ? folder.list() : null).orElse(new String[0]);
    for (String name : names) {
      String target = target(folder.toPath().resolve(name));
      if (target.startsWith("pipe:")) {
        pipes.add(target);
      }
    }
    return pipes;
  }

  private String target(Path link) {
    try {
      return isThere ? Files.readSymbolicLink(link).toString() : "";
    } catch (IOException gone) {
      return "";
    }
  }

  /** The children of a process's first thread, which is where children of programs hang. */
  private List<Long> children(long pid) {
    String text =
        read(pid + "/task/" + pid + "/children", Integer.MAX_VALUE)
            .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
            .orElse("");
    return text.isBlank()
        ? List.of()
        : List.of(text.strip().split(" ")).stream().map(Long::valueOf).toList();
  }

  /**
   * The most bytes that a process is known to have used: its own peak, or what it and its children
   * down to the last use now, if that is more.
   */
  public OptionalLong memory(long pid) {
    String status =
        read(pid + "/status", LONGEST_STAT)
            .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
            .orElse("");
    long peak = kibibytes(status, "VmHWM:");
    long now = kibibytes(status, "VmRSS:");
    List<Long> below = new ArrayList<>(children(pid));
    for (int i = 0; i < below.size() && i < LONGEST_STAT; i++) {
      now += kibibytes(status(below.get(i)), "VmRSS:");
      below.addAll(children(below.get(i)));
    }
    long most = Math.max(peak, now);
    return most > 0 ? OptionalLong.of(most * KIBIBYTE) : OptionalLong.empty();
  }

  private String status(long pid) {
    return read(pid + "/status", LONGEST_STAT)
        .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
        .orElse("");
  }

  private static long kibibytes(String status, String name) {
    int begin = status.indexOf(name);
    if (begin < 0) {
      return 0;
    }
    int end = status.indexOf(" kB", begin);
    return end < 0 ? 0 : Long.parseLong(status.substring(begin + name.length(), end).strip());
  }

  private Optional<byte[]> read(String name, int most) {
    try (InputStream file = new FileInputStream(new File(root, name))) {
      return Optional.of(file.readNBytes(most));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }
}
