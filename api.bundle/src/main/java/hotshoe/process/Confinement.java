package hotshoe.process;

import hotshoe.configuration.Value;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the processes of an extension may take and see, in the words in which its archive declares
 * it and its operator has the last say. Each {@link ConfinementKey} has one word, or none. The
 * bundle of an extension carries those of its archive in the header {@link #HEADER}; the operator
 * writes his as options of the extension ({@code extensions.<name>.limits-memory}). Immutable.
 *
 * @param words what is said, by key
 */
public record Confinement(Map<ConfinementKey, String> words) {

  /** The header of a bundle that holds what the archive declares. */
  public static final String HEADER = "Hotshoe-Confinement";

  /** What an operator writes where an archive's word is not to hold, and nothing is to be said. */
  public static final String NONE = "none";

  /** Nothing is said. */
  public static final Confinement OPEN = new Confinement(Map.of());

  /**
   * Refuses words that say nothing that could be done.
   *
   * @throws IllegalArgumentException naming the key and what is expected
   */
  public Confinement {
    words = Collections.unmodifiableMap(new TreeMap<>(words));
    words.forEach(ConfinementKey::check);
  }

  /** Reads a header; without one nothing is said. */
  public static Confinement ofHeader(String header) {
    Map<ConfinementKey, String> words = new TreeMap<>();
    for (String part : Objects.requireNonNullElse(header, "").split(";")) {
      int sign = part.indexOf('=');
      if (sign > 0) {
        String word = URLDecoder.decode(part.substring(sign + 1), StandardCharsets.UTF_8);
        ConfinementKey.find(part.substring(0, sign)).ifPresent(key -> words.put(key, word));
      }
    }
    return new Confinement(words);
  }

  /** Writes a header. */
  public String header() {
    return words.entrySet().stream()
        .map(
            it ->
                it.getKey().word() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining(";"));
  }

  /** The same with these words instead of its own; {@link #NONE} takes one away. */
  public Confinement overruledBy(Map<ConfinementKey, String> others) {
    Map<ConfinementKey, String> all = new TreeMap<>(words);
    all.putAll(others);
    all.values().removeIf(NONE::equals);
    return new Confinement(all);
  }

  /** What an operator has written among the options of an extension; lists become paths. */
  public static Map<ConfinementKey, String> written(List<Value> options) {
    Map<ConfinementKey, String> words = new TreeMap<>();
    for (Value option : options) {
      ConfinementKey.find(option.key()).ifPresent(key -> words.put(key, word(option.value())));
    }
    return words;
  }

  private static String word(Object value) {
    return value instanceof List<?> several
        ? several.stream().map(String::valueOf).collect(Collectors.joining(":"))
        : String.valueOf(value);
  }

  /** The limits; what is not said is as usual. */
  public ProcessLimits limits() {
    return limits(ProcessLimits.none());
  }

  /** The same, where these hold beside them; of two limits of time the shorter holds. */
  public ProcessLimits limits(ProcessLimits others) {
    ProcessLimits limits = others;
    for (ConfinementKey key : words.keySet()) {
      limits = key.limit(limits, words.get(key));
    }
    return limits;
  }

  /**
   * The walls, if any are wanted.
   *
   * @param folder where relative paths begin
   */
  public Optional<Sandbox> sandbox(Path folder) {
    String wanted = words.getOrDefault(ConfinementKey.SANDBOX, "off");
    return wanted.equals("off")
        ? Optional.empty()
        : Optional.of(
            new Sandbox(
                "true".equals(words.get(ConfinementKey.SANDBOX_NETWORK)),
                paths(ConfinementKey.SANDBOX_READABLE, folder),
                paths(ConfinementKey.SANDBOX_WRITABLE, folder),
                wanted.equals("required")));
  }

  private List<Path> paths(ConfinementKey key, Path folder) {
    return Arrays.stream(words.getOrDefault(key, "").split(":"))
        .filter(path -> !path.isEmpty())
        .map(path -> folder.resolve(path).normalize())
        .toList();
  }

  /** What of it this system cannot do, each in one sentence. */
  public List<String> shortfalls(ProcessSupport support) {
    return support.answers().stream()
        .filter(answer -> !answer.available() && concerns(answer.feature()))
        .map(answer -> ConfinementKey.words(answer.feature()) + ": " + answer.how())
        .toList();
  }

  private boolean concerns(ProcessFeature feature) {
    return words.entrySet().stream()
        .anyMatch(said -> said.getKey().needs(said.getValue()).contains(feature));
  }
}
