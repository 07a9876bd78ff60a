package hotshoe.runtime;

import hotshoe.problem.Nearest;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The command line, understood.
 *
 * @param command what to do
 * @param home the home folder, if it was given
 * @param directory the folder of configuration files, if it was given
 * @param files configuration files, in order
 * @param options host options that were given, by key
 * @param flags switches of single commands
 * @param rest words for the shell or for the inventory
 */
record Arguments(
    Command command,
    Optional<Path> home,
    Optional<Path> directory,
    List<Path> files,
    Map<String, String> options,
    Set<Flag> flags,
    List<String> rest) {

  /** A switch of the command {@code config}. */
  enum Flag {
    /** For programs. */
    JSON,
    /** With everything that can be set. */
    OPTIONS
  }

  Arguments {
    files = List.copyOf(files);
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    flags = Set.copyOf(flags);
    rest = List.copyOf(rest);
  }

  /** Understands the words, or says which of them it does not. */
  static Arguments parse(String... words) throws UsageException {
    return new Parser(List.of(words)).parse();
  }

  /** Takes one word after the other. */
  private static final class Parser {

    private static final List<String> TAKING_A_PATH =
        List.of("--home", "--config", "--config-dir", "--data", "--deploy");

    private static final List<String> OPTIONS =
        List.of(
            "--home",
            "--config",
            "--config-dir",
            "--data",
            "--deploy",
            "-o",
            "--json",
            "--options",
            "--help",
            "--version");

    private final Deque<String> words;
    private final List<Path> files = new ArrayList<>();
    private final Map<String, String> options = new LinkedHashMap<>();
    private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
    private final List<String> rest = new ArrayList<>();
    private Optional<Command> command = Optional.empty();
    private Optional<Path> home = Optional.empty();
    private Optional<Path> directory = Optional.empty();

    Parser(List<String> words) {
      this.words = new ArrayDeque<>(words);
    }

    Arguments parse() throws UsageException {
      while (!words.isEmpty()) {
        take(untied(words.pop()));
      }
      Command chosen = command.orElse(Command.RUN);
      if (!flags.isEmpty() && chosen != Command.CONFIG) {
        throw new UsageException("--json and --options belong to the command config");
      }
      return new Arguments(chosen, home, directory, files, options, flags, rest);
    }

    /** {@code --home=x} is {@code --home x}. */
    private String untied(String word) {
      int equals = word.indexOf('=');
      if (equals < 0 || !TAKING_A_PATH.contains(word.substring(0, equals))) {
        return word;
      }
      words.push(word.substring(equals + 1));
      return word.substring(0, equals);
    }

    private void take(String word) throws UsageException {
      switch (word) {
        case "--home" -> home = Optional.of(path(word));
        case "--config" -> files.add(path(word));
        case "--config-dir" -> directory = Optional.of(path(word));
        case "--data" -> options.put("data", path(word).toString());
        default -> takeOther(word);
      }
    }

    /** What follows the command shell belongs to the shell, but for where the host is. */
    private void takeOther(String word) throws UsageException {
      if (command.filter(Command.SHELL::equals).isPresent()) {
        takeForShell(word);
        return;
      }
      switch (word) {
        case "--deploy" -> options.put("deploy", path(word).toString());
        case "-o" -> takePair(value(word));
        case "--json" -> flags.add(Flag.JSON);
        case "--options" -> flags.add(Flag.OPTIONS);
        case "--help", "-h" -> command = Optional.of(Command.HELP);
        case "--version" -> takeCommand("version");
        default -> takeWord(word);
      }
    }

    private void takeForShell(String word) {
      if (word.equals("--")) {
        rest.addAll(words);
        words.clear();
      } else {
        rest.add(word);
      }
    }

    private void takeWord(String word) throws UsageException {
      if (word.startsWith("-")) {
        throw new UsageException("unknown option " + word + near(word, OPTIONS));
      } else {
        takeCommand(word);
      }
    }

    private void takeCommand(String word) throws UsageException {
      if (command.filter(Command.HELP::equals).isPresent()) {
        return;
      }
      if (command.isPresent()) {
        throw new UsageException(
            "'" + word + "' is too much after the command " + command.get().word());
      }
      if (!Command.words().contains(word)) {
        throw new UsageException("unknown command '" + word + "'" + near(word, Command.words()));
      }
      command = Optional.of(Command.values()[Command.words().indexOf(word)]);
      if (command.get() == Command.INVENTORY) {
        rest.addAll(words); // all of them are its own
        words.clear();
      }
    }

    private void takePair(String pair) throws UsageException {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw new UsageException("-o takes <option>=<value>, not '" + pair + "'");
      }
      options.put(pair.substring(0, equals), pair.substring(equals + 1));
    }

    private Path path(String option) throws UsageException {
      String value = value(option);
      try {
        return Path.of(value).toAbsolutePath().normalize();
      } catch (InvalidPathException e) {
        throw new UsageException(option + ": '" + value + "' is not a path");
      }
    }

    private String value(String option) throws UsageException {
      String value = words.poll();
      if (value == null || value.isEmpty()) {
        throw new UsageException(option + " takes a value");
      }
      return value;
    }

    private static String near(String word, List<String> known) {
      String near = Nearest.to(word, known);
      return near.isEmpty() ? "" : "; did you mean " + near + "?";
    }
  }
}
