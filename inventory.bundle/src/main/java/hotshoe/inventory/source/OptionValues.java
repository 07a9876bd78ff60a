package hotshoe.inventory.source;

import hotshoe.inventory.InventoryPlugin;
import hotshoe.inventory.PluginOption;
import hotshoe.inventory.UnsafeText;
import hotshoe.inventory.VaultText;
import hotshoe.inventory.value.Table;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.type.Checked;
import hotshoe.type.Field;
import hotshoe.type.NothingValue;
import hotshoe.type.Type;
import hotshoe.type.Values;
import hotshoe.type.Values.Reading;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The options of one plugin: from the source, the environment, the file, or as usual (AN-51). */
final class OptionValues {

  private final Settings settings;
  private final InventoryPlugin plugin;
  private final List<Problem> problems = new ArrayList<>();

  OptionValues(Settings settings, InventoryPlugin plugin) {
    this.settings = settings;
    this.plugin = plugin;
  }

  /** What holds before a source is read; what must be given is not there yet. */
  Map<String, Object> usual() {
    return checked("", Table.empty(), false);
  }

  /** What holds with the options that a source gives. */
  Map<String, Object> of(String source, Table given) {
    return checked(source, given, true);
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
    Optional<Object> direct = direct(given, option).map(OptionValues::plain);
    Optional<Object> found =
        direct.or(
            () -> settings.text(option.environment(), option.file()).filter(t -> isSet(field, t)));
    if (found.isPresent()) {
      return check(source, field, found.get());
    }
    boolean isMissing = isComplete && field.isRequired();
    if (isMissing) {
      problems.add(SourceProblems.option(source, "option '" + field.name() + "' is missing"));
    }
    return field.defaultValue();
  }

  /** An empty variable of the environment counts for text only. */
  private static boolean isSet(Field field, String text) {
    return !text.isEmpty() || field.type() instanceof Type.Text;
  }

  private static Optional<Object> direct(Table given, PluginOption option) {
    Optional<Object> named = Optional.ofNullable(given.get(option.field().name()));
    return option.aliases().stream()
        .map(given::get)
        .map(Optional::ofNullable)
        .reduce(named, (first, second) -> first.isPresent() ? first : second)
        .filter(value -> value != NothingValue.NOTHING);
  }

  private Optional<Object> check(String source, Field field, Object value) {
    Checked checked = Values.check(field.type(), value, Reading.LENIENT, field.name());
    if (checked instanceof Checked.Valid valid) {
      return Optional.of(valid.value());
    }
    ((Checked.Invalid) checked)
        .faults()
        .forEach(fault -> problems.add(SourceProblems.option(source, fault.toString())));
    return Optional.empty();
  }

  /** Values of sources as types know them. */
  private static Object plain(Object value) {
    if (value == NothingValue.NOTHING) {
      return null; // null: why: the plain form of nothing
    }
    if (value instanceof UnsafeText unsafe) {
      return unsafe.text();
    }
    if (value instanceof VaultText vault) {
      return vault.ciphertext();
    }
    if (value instanceof List<?> list) {
      List<Object> items = new ArrayList<>();
      list.forEach(item -> items.add(plain(item)));
      return items;
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> plain = new LinkedHashMap<>();
      map.forEach((key, inner) -> plain.put(String.valueOf(key), plain(inner)));
      return plain;
    }
    return value;
  }
}
