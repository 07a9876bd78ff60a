package hotshoe.inventory.named;

import hotshoe.configuration.Configuration;
import hotshoe.configuration.Value;
import hotshoe.extension.ExtensionName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an operator wrote into the host's configuration.
 *
 * @param folder the folder of definitions
 */
record Operator(Path folder) implements Configuration {

  @Override
  public Optional<Value> find(String key) {
    return Optional.empty();
  }

  @Override
  public List<Value> values() {
    return List.of();
  }

  @Override
  public List<Value> valuesFor(ExtensionName extension) {
    return List.of();
  }

  @Override
  public String text(String key) {
    return System.getenv("PATH");
  }

  @Override
  public long number(String key) {
    throw new IllegalArgumentException(key);
  }

  @Override
  public boolean flag(String key) {
    throw new IllegalArgumentException(key);
  }

  @Override
  public Duration duration(String key) {
    return Duration.ofSeconds(1);
  }

  @Override
  public Path path(String key) {
    return folder;
  }

  @Override
  public List<String> list(String key) {
    return List.of();
  }
}
