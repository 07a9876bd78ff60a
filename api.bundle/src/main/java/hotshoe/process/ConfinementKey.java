package hotshoe.process;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be said of the processes of an extension, one word each. */
public enum ConfinementKey {
  /** Bytes of memory. */
  MEMORY("limits-memory", Form.SIZE, "memory of all its processes together, such as 256MiB"),
  /** Seconds on processors. */
  CPU("limits-cpu", Form.COUNT, "seconds of processor time of each of its processes"),
  /** Open files. */
  OPEN_FILES("limits-open-files", Form.COUNT, "files that each of its processes may have open"),
  /** Processes. */
  PROCESSES("limits-processes", Form.COUNT, "how many processes a run may be"),
  /** Bytes of a file. */
  FILE_SIZE("limits-file-size", Form.SIZE, "the longest file that it may write"),
  /** Seconds of a run. */
  TIME("limits-time", Form.COUNT, "seconds that a run may take at most"),
  /** Bytes of output. */
  OUTPUT("limits-output", Form.SIZE, "bytes of each output stream that are kept"),
  /** Whether it runs behind walls. */
  SANDBOX("sandbox", Form.SANDBOX, "off, wanted (as far as the system can), or required"),
  /** Whether it may use the network. */
  SANDBOX_NETWORK("sandbox-network", Form.FLAG, "whether it may use the network in a sandbox"),
  /** What more it may read. */
  SANDBOX_READABLE("sandbox-readable", Form.PATHS, "more to read in a sandbox, parted by colons"),
  /** What it may write. */
  SANDBOX_WRITABLE("sandbox-writable", Form.PATHS, "what to write in a sandbox, parted by colons");

  /** How sizes are written: bytes, or a number of a larger unit. */
  public static final String SIZE = "[1-9][0-9]{0,14}B?|[1-9][0-9]{0,8}[KMG]iB";

  /** How counts are written. */
  public static final String COUNT = "[1-9][0-9]{0,8}";

  private static final Pattern NUMBER = Pattern.compile("([0-9]+)(B|KiB|MiB|GiB|)");

  private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB");

  /** What a word may look like. */
  private enum Form {
    SIZE(ConfinementKey.SIZE, "a size such as 262144, 256KiB, 10MiB or 1GiB"),
    COUNT(ConfinementKey.COUNT, "a whole number above zero"),
    SANDBOX("off|wanted|required", "off, wanted or required"),
    FLAG("true|false", "true or false"),
    PATHS("[^\\p{Cntrl}]{0,10000}", "paths parted by colons");

    private final Pattern pattern;
    private final String expected;

    Form(String pattern, String expected) {
      this.pattern = Pattern.compile(pattern);
      this.expected = expected;
    }
  }

  private final String word;
  private final Form form;
  private final String description;

  ConfinementKey(String word, Form form, String description) {
    this.word = word;
    this.form = form;
    this.description = description;
  }

  /** Its name in headers and options. */
  public String word() {
    return word;
  }

  /** What it is, for people. */
  public String description() {
    return description;
  }

  /** The key of this name; case, dashes, dots and underscores do not count. */
  public static Optional<ConfinementKey> find(String name) {
    String folded = folded(name);
    return Arrays.stream(values()).filter(key -> folded(key.word).equals(folded)).findFirst();
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]", "");
  }

  /**
   * Refuses what this key cannot be.
   *
   * @throws IllegalArgumentException naming the key and what is expected
   */
  void check(String value) {
    if (!form.pattern.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "'" + value + "' is not right for " + word + ": " + form.expected + " is expected");
    }
  }

  ProcessLimits limit(ProcessLimits limits, String value) {
    return switch (this) {
      case MEMORY -> limits.withMemory(number(value));
      case CPU -> limits.withProcessorTime(Duration.ofSeconds(number(value)));
      case OPEN_FILES -> limits.withOpenFiles(number(value));
      case PROCESSES -> limits.withProcesses(number(value));
      case FILE_SIZE -> limits.withFileSize(number(value));
      case TIME -> time(limits, Duration.ofSeconds(number(value)));
      case OUTPUT -> output(limits, number(value));
      case SANDBOX, SANDBOX_NETWORK, SANDBOX_READABLE, SANDBOX_WRITABLE -> limits;
    };
  }

  private static ProcessLimits time(ProcessLimits limits, Duration limit) {
    return limits.time().filter(other -> other.compareTo(limit) < 0).isPresent()
        ? limits
        : limits.withTime(limit);
  }

  private static ProcessLimits output(ProcessLimits limits, long bytes) {
    return limits.withOutput((int) Math.min(ProcessLimits.OUTPUT_IN_MEMORY, bytes), bytes);
  }

  private static long number(String value) {
    Matcher parts = NUMBER.matcher(value);
    if (!parts.matches()) {
      throw new IllegalArgumentException("no number: " + value);
    }
    int steps = Math.max(0, UNITS.indexOf(parts.group(2)));
    return Math.multiplyExact(Long.parseLong(parts.group(1)), 1L << (10 * steps));
  }

  /** What of the system it takes to do as this word says. */
  Set<ProcessFeature> needs(String value) {
    return switch (this) {
      case MEMORY -> Set.of(ProcessFeature.MEMORY);
      case CPU, OPEN_FILES, FILE_SIZE -> Set.of(ProcessFeature.EACH_PROCESS);
      case PROCESSES -> Set.of(ProcessFeature.PROCESSES);
      case SANDBOX ->
          value.equals("off")
              ? Set.of()
              : Set.of(
                  ProcessFeature.SANDBOX_FILES,
                  ProcessFeature.SANDBOX_NETWORK,
                  ProcessFeature.SANDBOX_PROCESSES);
      case TIME, OUTPUT, SANDBOX_NETWORK, SANDBOX_READABLE, SANDBOX_WRITABLE -> Set.of();
    };
  }

  static String words(ProcessFeature feature) {
    return switch (feature) {
      case SESSION -> "a session of its own cannot be had";
      case WHOLE_TREE -> "not every process is found";
      case PEAK_MEMORY -> "the memory in use cannot be told";
      case MEMORY -> "memory of all processes together cannot be limited";
      case EACH_PROCESS -> "processor time, open files and file size cannot be limited";
      case PROCESSES -> "the number of processes cannot be limited";
      case SANDBOX_FILES -> "a sandbox hides no files here";
      case SANDBOX_NETWORK -> "a sandbox keeps no network away here";
      case SANDBOX_PROCESSES -> "a sandbox hides no processes here";
    };
  }
}
