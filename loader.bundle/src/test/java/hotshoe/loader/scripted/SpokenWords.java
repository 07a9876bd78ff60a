package hotshoe.loader.scripted;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What runs in a bundle that {@link WordsDialect} makes: says its words, and offers them. */
public final class SpokenWords implements Supplier<Map<String, Object>> {

  private final Map<String, Object> properties;

  /** Says them at once. */
  public SpokenWords(Consumer<String> journal, Map<String, Object> properties) {
    this.properties = Map.copyOf(properties);
    journal.accept("says " + properties.get("words"));
  }

  @Override
  public Map<String, Object> get() {
    return properties;
  }
}
