package hotshoe.shell;

import hotshoe.configuration.Configuration;
import hotshoe.configuration.Origin;
import hotshoe.configuration.Value;
import hotshoe.extension.ExtensionName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the operator wrote.
 *
 * @param values all of it
 */
public record FakeConfiguration(List<Value> values) implements Configuration {

  public static FakeConfiguration of(Path data) {
    return new FakeConfiguration(
        List.of(
            new Value("shell.socket", true, new Origin.Default(), false),
            new Value("data", data.toString(), new Origin.File("etc/hotshoe.yaml", 3), false),
            new Value(
                "extensions.hello.token", "s3cret", new Origin.Environment("HOTSHOE_X"), true)));
  }

  @Override
  public Optional<Value> find(String key) {
    return values.stream().filter(value -> value.key().equals(key)).findFirst();
  }

  @Override
  public List<Value> valuesFor(ExtensionName extension) {
    return List.of();
  }

  @Override
  public String text(String key) {
    return find(key).orElseThrow().value().toString();
  }

  @Override
  public long number(String key) {
    return Long.parseLong(text(key));
  }

  @Override
  public boolean flag(String key) {
    return Boolean.parseBoolean(text(key));
  }

  @Override
  public Duration duration(String key) {
    return Duration.parse(text(key));
  }

  @Override
  public Path path(String key) {
    return Path.of(text(key)).toAbsolutePath();
  }

  @Override
  public List<String> list(String key) {
    return List.of(text(key));
  }
}
