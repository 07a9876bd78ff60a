package hotshoe.inventory.source;

import hotshoe.inventory.Inventories;
import hotshoe.inventory.Inventories.Read;
import hotshoe.inventory.Inventories.Refused;
import hotshoe.inventory.InventoryRequest;
import hotshoe.inventory.InventoryRequest.Failures;
import hotshoe.inventory.form.ListForm;
import hotshoe.inventory.form.Shown;
import hotshoe.problem.ProblemException;
import hotshoe.problem.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A recorded case of the samples.
 *
 * @param folder the set it is in
 * @param name its name
 * @param sources its sources, as its table has them
 * @param environment its settings
 * @param arguments more arguments
 */
public record RecordedCase(
    Path folder,
    String name,
    List<String> sources,
    Map<String, String> environment,
    List<String> arguments) {

  /** Every case of a set. */
  public static List<RecordedCase> all(Path folder) throws IOException {
    return Files.readAllLines(folder.resolve("CASES.tsv")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> of(folder, line.split("\t", -1)))
        .toList();
  }

  private static RecordedCase of(Path folder, String[] columns) {
    Map<String, String> environment = new HashMap<>();
    for (String setting : words(column(columns, 2))) {
      String[] parts = setting.split("=", 2);
      environment.put(parts[0], parts[1]);
    }
    return new RecordedCase(
        folder, columns[0], words(columns[1]), environment, words(column(columns, 3)));
  }

  private static String column(String[] columns, int number) {
    return columns.length > number ? columns[number] : "";
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split(" +"));
  }

  /** Whether a source of it has this word. */
  public boolean uses(String word) {
    return sources.stream().map(folder.resolve(name)::resolve).anyMatch(f -> holds(f, word));
  }

  private static boolean holds(Path file, String word) {
    try {
      return Files.isRegularFile(file)
          && new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(word);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What is recorded. */
  public String expected(String form) throws IOException {
    return Files.readString(folder.resolve(name + ".expected." + form));
  }

  /** The answer of this reader, as text. */
  String answer(Inventories reader, Path temporary, Shown.Variables variables) throws IOException {
    Inventories.Reading reading = reader.read(request(temporary));
    if (reading instanceof Refused) {
      return "";
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ListForm(new Shown(((Read) reading).inventory(), variables)).write(bytes);
    return bytes.toString(StandardCharsets.UTF_8) + "\n";
  }

  /** How it ended, and how many warnings there were. */
  String counted(Inventories reader, Path temporary) throws IOException {
    Inventories.Reading reading = reader.read(request(temporary));
    long warnings =
        reading.problems().stream().filter(p -> p.severity() == Severity.WARNING).count();
    if (reading instanceof Refused refused) {
      return "exit code " + refused.exitCode() + ", warnings: " + warnings;
    }
    try {
      ListForm form = new ListForm(new Shown(((Read) reading).inventory(), Shown.Variables.MERGED));
      int more = form.write(OutputStream.nullOutputStream()).size();
      return "exit code 0, warnings: " + (warnings + more);
    } catch (ProblemException unprintable) {
      return "exit code 250";
    }
  }

  /** An empty folder, to run in. */
  public static Path empty(Path temporary) throws IOException {
    return Files.createDirectories(temporary.resolve("empty"));
  }

  /** Its settings and nothing else. */
  public Map<String, String> settings(Path temporary) throws IOException {
    Map<String, String> all = new HashMap<>(environment);
    all.put("PATH", System.getenv("PATH"));
    all.put("HOME", empty(temporary).toString());
    all.put(
        "ANSIBLE_CONFIG",
        Files.writeString(temporary.resolve("empty.cfg"), "[defaults]\n").toString());
    return all;
  }

  /** The words of a command line that prints this form of it. */
  public List<String> words(Path temporary, String... form) throws IOException {
    List<String> words = new ArrayList<>(List.of(form));
    for (String source : sources) {
      words.add("-i");
      words.add(source(source, temporary));
    }
    words.addAll(arguments);
    return words;
  }

  InventoryRequest request(Path temporary) throws IOException {
    List<String> given = new ArrayList<>();
    for (String source : sources) {
      given.add(source(source, temporary));
    }
    Map<Object, Object> extra = new LinkedHashMap<>();
    for (int i = 0; i + 1 < arguments.size(); i += 2) {
      String[] parts = arguments.get(i + 1).split("=", 2);
      extra.put(parts[0], parts[1]);
    }
    return InventoryRequest.of(empty(temporary), given.toArray(String[]::new))
        .withEnvironment(settings(temporary))
        .withExtraVariables(extra)
        .withFailures(Failures.LEAVE_TRACES);
  }

  private String source(String source, Path temporary) throws IOException {
    if (source.endsWith(",")) {
      return source;
    }
    Path own = folder.resolve(name);
    if (source.startsWith("script:")) {
      Path script = temporary.resolve(name + ".sh");
      String answer = own.resolve(source.substring("script:".length())).toString();
      Files.writeString(
          script,
          "#!/bin/sh\nif [ \"$1\" = --list ]; then exec cat \"" + answer + "\"; fi\necho \"{}\"\n");
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
      return script.toString();
    }
    return source.equals(".") ? own.toString() : own + "/" + source;
  }
}
