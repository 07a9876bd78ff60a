package hotshoe.inventory.source;

import hotshoe.inventory.InventoryRequest;
import hotshoe.inventory.Layer;
import hotshoe.inventory.PluginOption.FileKey;
import hotshoe.inventory.model.Merging;
import hotshoe.inventory.model.Rules;
import hotshoe.inventory.model.Sanitising;
import hotshoe.inventory.pattern.Selector.Mismatch;
import hotshoe.problem.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The settings that hold for one request: the environment's, else the file's, else the usual. */
public final class Settings {

  private static final Set<String> TRUE = Set.of("y", "yes", "on", "1", "true", "t", "1.0");

  private final Map<String, String> environment;
  private final Map<Object, Object> extraVariables;
  private final Map<String, String> options;
  private final ConfigurationFile file;
  private final Path folder;

  /** The settings of this request. */
  public Settings(InventoryRequest request) {
    environment = request.environment();
    extraVariables = request.extraVariables();
    options = request.options();
    folder = request.workingFolder();
    file = ConfigurationFile.find(request.workingFolder(), environment);
  }

  /** Variables of the command line. */
  Map<Object, Object> extraVariables() {
    return extraVariables;
  }

  /** Options of plugins from the command line. */
  Map<String, String> options() {
    return options;
  }

  /** The last of these variables that is set; else the last of these keys. */
  Optional<String> text(List<String> variables, List<FileKey> keys) {
    return variables.stream()
        .map(environment::get)
        .filter(value -> value != null)
        .reduce((first, second) -> second)
        .or(
            () ->
                keys.stream()
                    .flatMap(key -> file.get(key.section(), key.key()).stream())
                    .reduce((first, second) -> second));
  }

  /** One variable of the environment. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name));
  }

  private Optional<String> filled(String variable, String section, String key) {
    return text(List.of(variable), List.of(new FileKey(section, key)))
        .filter(value -> !value.isEmpty());
  }

  private boolean isTrue(String variable, String key, boolean usual) {
    return filled(variable, "inventory", key)
        .map(value -> TRUE.contains(value.toLowerCase(Locale.ROOT)))
        .orElse(usual);
  }

  /** A list with commas; of nothing it is a list of one empty text, as at home. */
  static List<String> items(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .map(item -> item.replaceFirst("^(['\"])(.*)\\1$", "$2"))
        .toList();
  }

  private Optional<String> given(String variable, String section, String key) {
    return text(List.of(variable), List.of(new FileKey(section, key)));
  }

  List<String> enabledPlugins() {
    return given("ANSIBLE_INVENTORY_ENABLED", "inventory", "enable_plugins")
        .map(Settings::items)
        .orElse(List.of("host_list", "script", "auto", "yaml", "ini", "toml"));
  }

  boolean failsWhenNothingIsRead() {
    return isTrue("ANSIBLE_INVENTORY_UNPARSED_FAILED", "unparsed_is_failed", false);
  }

  boolean failsWhenAnythingIsNotRead() {
    return isTrue("ANSIBLE_INVENTORY_ANY_UNPARSED_IS_FAILED", "any_unparsed_is_failed", false);
  }

  boolean warnsWhenNothingIsRead() {
    return isTrue("ANSIBLE_INVENTORY_UNPARSED_WARNING", "inventory_unparsed_warning", true);
  }

  List<String> ignoredEndings() {
    return text(
            List.of("ANSIBLE_INVENTORY_IGNORE"),
            List.of(
                new FileKey("defaults", "inventory_ignore_extensions"),
                new FileKey("inventory", "ignore_extensions")))
        .map(Settings::items)
        .orElse(
            List.of(
                ".pyc", ".pyo", ".swp", ".bak", "~", ".rpm", ".md", ".txt", ".rst", ".orig", ".ini",
                ".cfg", ".retry"));
  }

  List<String> ignoredPatterns() {
    return text(
            List.of("ANSIBLE_INVENTORY_IGNORE_REGEX"),
            List.of(
                new FileKey("defaults", "inventory_ignore_patterns"),
                new FileKey("inventory", "ignore_patterns")))
        .map(Settings::items)
        .orElse(List.of());
  }

  List<String> yamlEndings() {
    return filled("ANSIBLE_YAML_FILENAME_EXT", "defaults", "yaml_valid_extensions")
        .map(Settings::items)
        .orElse(List.of(".yml", ".yaml", ".json"));
  }

  /** What becomes of a key that stands twice: {@code warn}, {@code error} or {@code ignore}. */
  String duplicateKeys() {
    return filled("ANSIBLE_DUPLICATE_YAML_DICT_KEY", "defaults", "duplicate_dict_key")
        .orElse("warn");
  }

  /** The first line of the file that the setting names; a program is not run for it. */
  public Optional<String> vaultPassword() {
    return filled("ANSIBLE_VAULT_PASSWORD_FILE", "defaults", "vault_password_file")
        .map(name -> folder.resolve(name))
        .map(Settings::password);
  }

  private static String password(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException unreadable) {
      throw SourceProblems.setting(
          "ANSIBLE_VAULT_PASSWORD_FILE", file.toString(), List.of("files that can be read"));
    }
  }

  /** What becomes of a pattern that matches nobody. */
  public Mismatch mismatch() {
    return filled("ANSIBLE_HOST_PATTERN_MISMATCH", "inventory", "host_pattern_mismatch")
        .map(word -> choice(Mismatch.class, "ANSIBLE_HOST_PATTERN_MISMATCH", word))
        .orElse(Mismatch.WARNING);
  }

  /** Whether lists are exports even where nobody asks for one. */
  public boolean exports() {
    return isTrue("ANSIBLE_INVENTORY_EXPORT", "export", false);
  }

  /** How values of one name meet. */
  public Merging merging() {
    String hash = filled("ANSIBLE_HASH_BEHAVIOUR", "defaults", "hash_behaviour").orElse("replace");
    return choice(Merging.class, "ANSIBLE_HASH_BEHAVIOUR", hash);
  }

  /** The sources of a request that names none. */
  List<String> usualSources() {
    return filled("ANSIBLE_INVENTORY", "defaults", "inventory")
        .map(Settings::items)
        .orElse(List.of(InventoryRun.USUAL_SOURCE));
  }

  /** Whether values of expressions keep their types (row AN-39). */
  boolean keepsTypes() {
    return filled("ANSIBLE_JINJA2_NATIVE", "defaults", "jinja2_native")
        .map(value -> TRUE.contains(value.toLowerCase(Locale.ROOT)))
        .orElse(false);
  }

  /** Whether facts are variables. */
  boolean injectsFacts() {
    return filled("ANSIBLE_INJECT_FACT_VARS", "defaults", "inject_facts_as_vars")
        .map(value -> TRUE.contains(value.toLowerCase(Locale.ROOT)))
        .orElse(true);
  }

  /** Where facts are kept: a folder with a file for each host, if they are. */
  Optional<String> factFolder() {
    String kind = filled("ANSIBLE_CACHE_PLUGIN", "defaults", "fact_caching").orElse("memory");
    return Plugins.shortName(kind).equals("jsonfile")
        ? filled("ANSIBLE_CACHE_PLUGIN_CONNECTION", "defaults", "fact_caching_connection")
        : Optional.empty();
  }

  /** What the names of files with facts begin with. */
  String factPrefix() {
    return filled("ANSIBLE_CACHE_PLUGIN_PREFIX", "defaults", "fact_caching_prefix").orElse("");
  }

  /** For how long facts are kept; 0 is for ever. */
  Duration factFreshness() {
    String seconds =
        filled("ANSIBLE_CACHE_PLUGIN_TIMEOUT", "defaults", "fact_caching_timeout").orElse("86400");
    try {
      return Duration.ofSeconds(Long.parseLong(seconds.strip()));
    } catch (NumberFormatException malformed) {
      throw SourceProblems.setting("ANSIBLE_CACHE_PLUGIN_TIMEOUT", seconds, List.of("seconds"));
    }
  }

  /** How the inventory is put together; what nobody knows is told. */
  Rules rules(InventoryRequest request, Consumer<Problem> warnings) {
    String names =
        filled("ANSIBLE_TRANSFORM_INVALID_GROUP_CHARS", "defaults", "force_valid_group_names")
            .orElse("never");
    return new Rules(
        merging(),
        choice(Sanitising.class, "ANSIBLE_TRANSFORM_INVALID_GROUP_CHARS", names),
        layers(warnings),
        request.failures(),
        interpreter());
  }

  private static <E extends Enum<E>> E choice(Class<E> type, String name, String value) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equalsIgnoreCase(value))
        .findFirst()
        .orElseThrow(
            () ->
                SourceProblems.setting(
                    name,
                    value,
                    Arrays.stream(type.getEnumConstants())
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .toList()));
  }

  private List<Layer> layers(Consumer<Problem> warnings) {
    Optional<String> order = given("ANSIBLE_PRECEDENCE", "defaults", "precedence");
    if (order.isEmpty()) {
      return Rules.USUAL;
    }
    List<Layer> layers = new ArrayList<>();
    for (String word : items(order.get())) {
      Rules.USUAL.stream()
          .filter(layer -> layer.word().equals(word))
          .findFirst()
          .ifPresentOrElse(layers::add, () -> warnings.accept(SourceProblems.precedence(word)));
    }
    return layers;
  }

  /** The Python that the environment finds. */
  private String interpreter() {
    return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> folder.startsWith("/"))
        .map(folder -> Path.of(folder, "python3"))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst()
        .orElse("/usr/bin/python3");
  }
}
