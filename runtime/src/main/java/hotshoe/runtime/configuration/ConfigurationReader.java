package hotshoe.runtime.configuration;

import hotshoe.configuration.Configuration;
import hotshoe.configuration.OptionDescription;
import hotshoe.configuration.Origin;
import hotshoe.configuration.Value;
import hotshoe.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads everything that configures the host (rows INM-10 to INM-12). */
public final class ConfigurationReader {

  private final HostOptions options;

  /** Reads the options of this product. */
  public ConfigurationReader() {
    this(HostOptions.standard());
  }

  ConfigurationReader(HostOptions options) {
    this.options = options;
  }

  /**
   * What was read.
   *
   * @param configuration the values that hold; a bad value is left at its default
   * @param problems everything that is wrong
   */
  public record Reading(Configuration configuration, List<Problem> problems) {
    public Reading {
      problems = List.copyOf(problems);
    }
  }

  /** Reads all sources; never throws for what is written in them. */
  public Reading read(ConfigurationSources sources) {
    List<Problem> problems = new ArrayList<>();
    Map<String, Value> values = new LinkedHashMap<>();
    for (OptionDescription option : options.all()) {
      option.defaultValue().ifPresent(text -> values.put(option.key(), defaultOf(option, text)));
    }
    sources
        .program()
        .forEach(
            (key, value) -> {
              Assignment a = new Assignment(Keys.canonical(key), value, new Origin.Program());
              Object typed =
                  options
                      .find(a.key())
                      .map(o -> OptionType.named(o.type()).read(a.value()))
                      .orElse(a.value());
              values.put(a.key(), new Value(a.key(), typed, a.origin(), false));
            });
    return new Reading(new EffectiveConfiguration(sources.home(), values.values()), problems);
  }

  private static Value defaultOf(OptionDescription option, String text) {
    Object value = OptionType.named(option.type()).read(text);
    return new Value(option.key(), value, new Origin.Default(), option.secret());
  }
}
