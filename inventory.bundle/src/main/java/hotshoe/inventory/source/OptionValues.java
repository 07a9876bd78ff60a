package hotshoe.inventory.source;

import hotshoe.inventory.InventoryPlugin;
import hotshoe.inventory.PluginOption;
import hotshoe.inventory.format.Vault;
import hotshoe.inventory.value.Table;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.type.Checked;
import hotshoe.type.Field;
import hotshoe.type.NothingValue;
import hotshoe.type.Type;
import hotshoe.type.Values;
import hotshoe.type.Values.Reading;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The options of one plugin: from the source, variables and options of the command line, the
 * environment, the file, or as usual (row AN-51). All that is wrong is told at once.
 */
final class OptionValues {

  private final Settings settings;
  private final InventoryPlugin plugin;
  private final Consumer<Problem> warnings;
  private final List<Problem> problems = new ArrayList<>();

  OptionValues(Settings settings, InventoryPlugin plugin, Consumer<Problem> warnings) {
    this.settings = settings;
    this.plugin = plugin;
    this.warnings = warnings;
  }

  /** A value with the place it comes from. */
  private record Found(Object value, String place) {}

  /** What holds before a source is read; what must be given is not there yet. */
  Map<String, Object> usual() {
    return checked("", Table.empty(), false);
  }

  /** What holds with the options that a source gives. */
  Map<String, Object> of(String source, Table given) {
    tellUnknown(source, given);
    return checked(source, given, true);
  }

  /** At home, a misspelt option is passed over without a word. */
  private void tellUnknown(String source, Table given) {
    Set<String> known = new LinkedHashSet<>(Set.of("plugin"));
    for (PluginOption option : plugin.options()) {
      known.add(option.field().name());
      known.addAll(option.aliases());
    }
    for (int i = 0; i < given.size(); i++) {
      String name = String.valueOf(given.key(i));
      if (!known.contains(name)) {
        String place = given.line(i) == 0 ? source : source + ":" + given.line(i);
        warnings.accept(SourceProblems.unknownOption(place, plugin.name(), name, known));
      }
    }
  }

  private Map<String, Object> checked(String source, Table given, boolean isComplete) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (PluginOption option : plugin.options()) {
      value(source, given, option, isComplete)
          .ifPresent(value -> values.put(option.field().name(), value));
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    return Collections.unmodifiableMap(values);
  }

  private Optional<Object> value(
      String source, Table given, PluginOption option, boolean isComplete) {
    Field field = option.field();
    Optional<Found> found =
        direct(given, option)
            .map(value -> new Found(value, source))
            .or(() -> variable(option))
            .or(() -> argument(field))
            .or(() -> setting(option));
    if (found.isPresent()) {
      return check(field, found.get());
    }
    boolean isMissing = isComplete && field.isRequired();
    if (isMissing) {
      problems.add(SourceProblems.option(source, "option '" + field.name() + "' is missing"));
    }
    return field.defaultValue();
  }

  private static Optional<Object> direct(Table given, PluginOption option) {
    Optional<Object> named = Optional.ofNullable(given.get(option.field().name()));
    return option.aliases().stream()
        .map(given::get)
        .map(Optional::ofNullable)
        .reduce(named, (first, second) -> first.isPresent() ? first : second)
        .filter(value -> value != NothingValue.NOTHING);
  }

  /** The last of several that are set. */
  private Optional<Found> variable(PluginOption option) {
    return option.variables().stream()
        .filter(settings.extraVariables()::containsKey)
        .map(name -> new Found(settings.extraVariables().get(name), "extra variable " + name))
        .reduce((first, second) -> second);
  }

  private Optional<Found> argument(Field field) {
    return Stream.of(field.name(), plugin.name() + "." + field.name())
        .filter(settings.options()::containsKey)
        .map(name -> new Found(settings.options().get(name), "option " + name))
        .reduce((first, second) -> second);
  }

  private Optional<Found> setting(PluginOption option) {
    return settings
        .text(option.environment(), option.file())
        .filter(text -> isSet(option.field(), text))
        .map(text -> new Found(text, "environment or ansible.cfg"));
  }

  /** An empty variable of the environment counts for text only. */
  private static boolean isSet(Field field, String text) {
    return !text.isEmpty() || field.type() instanceof Type.Text;
  }

  private Optional<Object> check(Field field, Found found) {
    Object plain = new OptionForm(this::decrypted).of(field.type(), found.value());
    Checked checked = Values.check(field.type(), plain, Reading.LENIENT, field.name());
    if (checked instanceof Checked.Valid valid) {
      return Optional.of(valid.value());
    }
    ((Checked.Invalid) checked)
        .faults()
        .forEach(fault -> problems.add(SourceProblems.option(found.place(), fault.toString())));
    return Optional.empty();
  }

  private String decrypted(String ciphertext) {
    return settings
        .vaultPassword()
        .flatMap(word -> Vault.opened(ciphertext.getBytes(StandardCharsets.UTF_8), word))
        .map(clear -> new String(clear, StandardCharsets.UTF_8))
        .orElseThrow(() -> SourceProblems.encryptedOption(plugin.name()));
  }
}
