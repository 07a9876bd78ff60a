package hotshoe.archive;

import hotshoe.problem.Problem;
import hotshoe.type.Field;
import hotshoe.type.TextFormat;
import hotshoe.type.Type;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a manifest of any dialect may ask of its host, beyond the words of its home system: under
 * the key {@link #KEY}, of one shape everywhere.
 *
 * <pre>{@code
 * requires:
 *   platform: "[4.20,5)"
 *   extensions:
 *     - {name: hello, version: "[1.2,2)"}
 *   interpreters:
 *     - {language: python, version: ">=3.9,!=3.11.*"}
 *   os: [linux, macos]
 *   architecture: [x86_64, aarch64]
 * }</pre>
 *
 * <p>Versions are a range, a version, which is the least, or clauses; without any, every version
 * will do. Of several systems or architectures one will do.
 *
 * @param requirements what the resolver is asked for
 * @param problems what cannot be asked for, each with its line and column
 */
public record HostNeeds(List<Requirement> requirements, List<Problem> problems) {

  /** Where manifests say it. */
  public static final String KEY = "requires";

  private static final int LONGEST = 1000;

  private static final Type.Record EXTENSION =
      Type.record(
          "RequiredExtension",
          Field.required("name", text("[A-Za-z0-9][A-Za-z0-9_.-]{0,199}"), "Its name."),
          Field.required("version", versions(), "Which versions will do; any if none is said."));

  private static final Type.Record INTERPRETER =
      Type.record(
          "RequiredInterpreter",
          Field.required("language", text("[a-z][a-z0-9+_-]{0,31}"), "Such as python or bash."),
          Field.required("version", versions(), "Which versions will do; any if none is said."));

  /** The shape of what can be asked. */
  public static final Type.Record TYPE =
      Type.record(
          "Requires",
          Field.required("platform", versions(), "Versions of the home system it works with."),
          Field.defaulting(
              "extensions", Type.listOf(EXTENSION), List.of(), "Extensions it works with."),
          Field.defaulting(
              "interpreters", Type.listOf(INTERPRETER), List.of(), "What runs its programs."),
          Field.defaulting(
              "os",
              Type.listOf(Type.choice(NativeNames.SYSTEMS.keySet().toArray(String[]::new))),
              List.of(),
              "Operating systems it works on, one of which it needs."),
          Field.defaulting(
              "architecture",
              Type.listOf(Type.choice(NativeNames.ARCHITECTURES.keySet().toArray(String[]::new))),
              List.of(),
              "Processors it works on, one of which it needs."));

  private static final Pattern LANGUAGE =
      Pattern.compile(
          "\\s*([A-Za-z][A-Za-z+_-]{0,31})\\s*([0-9<>=!~\\[(][0-9.,*<>=!~\\s\\[\\]()]*)");

  public HostNeeds {
    requirements = List.copyOf(requirements);
    problems = List.copyOf(problems);
  }

  /** The field for the type of a manifest; what is not asked for is absent. */
  public static Field field() {
    return Field.required(KEY, Type.optional(TYPE), "What it needs of its host.");
  }

  /**
   * Makes requirements of it.
   *
   * @param platform the home system, such as {@code cloudstack}
   * @param document the manifest
   * @param path where in it this stands, such as {@code spec.requires}
   * @param asked the canonical value there, of {@link #TYPE}
   */
  public static HostNeeds of(String platform, Document document, String path, Map<?, ?> asked) {
    return new HostNeedsReader(document).read(platform, path, asked);
  }

  /**
   * What a language asks for that is written with its versions: {@code python3.9}, {@code python
   * >=3.9,<4}, {@code node [18,21)}. A language alone, and other words, ask for nothing.
   *
   * @throws IllegalArgumentException when the versions are none; the message quotes what is wrong
   */
  public static Optional<Requirement> language(String words) {
    Matcher language = LANGUAGE.matcher(words);
    return language.matches() && words.length() <= LONGEST
        ? Optional.of(interpreter(language.group(1), language.group(2)))
        : Optional.empty();
  }

  static Requirement interpreter(String language, String versions) {
    return new Requirement(
        Namespaces.INTERPRETER,
        "(&(language="
            + language.toLowerCase(Locale.ROOT)
            + ")"
            + VersionFilters.of(versions)
            + ")");
  }

  private static Type text(String pattern) {
    return new Type.Text(TextFormat.PLAIN, 1, LONGEST, pattern);
  }

  private static Type versions() {
    return Type.optional(new Type.Text(TextFormat.PLAIN, 1, LONGEST, ""));
  }
}
