package hotshoe.system;

import hotshoe.configuration.Configuration;
import hotshoe.configuration.Origin;
import hotshoe.configuration.Value;
import hotshoe.extension.ExtensionName;
import hotshoe.host.Host;
import hotshoe.host.Phase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** In the place of the launcher: the host's options, and the host itself. */
final class OperatorStub implements Configuration, Host {
  private static final Map<String, Object> DEFAULTS =
      Map.ofEntries(
          Map.entry("strict", false),
          Map.entry("slice.start-limit", "60s"),
          Map.entry("slice.status-limit", "1s"),
          Map.entry("stop.graceful-limit", "10s"),
          Map.entry("stop.hard-limit", "15s"),
          Map.entry("stop.drain-limit", "5s"),
          Map.entry("upgrade.drain-limit", "10s"),
          Map.entry("upgrade.kept-versions", 3L),
          Map.entry("sources.allow", List.of("public")),
          Map.entry("sources.bytes", 1L << 30),
          Map.entry("sources.limit", "10m"),
          Map.entry("settings.listener-limit", "1s"),
          Map.entry("operations.limit", "10m"),
          Map.entry("operations.hold-limit", "30s"),
          Map.entry("operations.describe-limit", "5s"),
          Map.entry("tasks.per-extension", 64L),
          Map.entry("tasks.queue", 10_000L),
          Map.entry("tasks.keep", 1_000L),
          Map.entry("tasks.keep-days", 30L),
          Map.entry("tasks.keep-bytes", 1L << 20),
          Map.entry("processes.max", 8L),
          Map.entry("processes.queue", 100L),
          Map.entry("processes.limit", "1m"),
          Map.entry("processes.grace", "1s"),
          Map.entry("processes.path", "/usr/local/bin:/usr/bin:/bin"),
          Map.entry("users.first-administrator", false),
          Map.entry("users.hash-memory", 1024L),
          Map.entry("users.hash-passes", 1L),
          Map.entry("users.hashes-at-once", 2L),
          Map.entry("users.failures-a-minute", 120L),
          Map.entry("audit.bytes", 1L << 20),
          Map.entry("audit.age", "8760h"),
          Map.entry("audit.waiting", 10_000L),
          Map.entry("gateway.enabled", true),
          Map.entry("gateway.host", "127.0.0.1"),
          Map.entry("gateway.port", 0L),
          Map.entry("shell.socket", false),
          Map.entry("log.level", "info"));

  private final Map<String, Object> values = new TreeMap<>(DEFAULTS);
  private final Instant started = Instant.now();

  OperatorStub(Path folder) {
    values.put("data", folder.resolve("data").toString());
    values.put("roles.file", folder.resolve("etc/roles.yaml").toString());
    values.put("deploy", folder.resolve("deploy").toString());
  }

  /** Sets an option of the host, or of an extension under {@code extensions.<name>}. */
  OperatorStub with(String key, Object value) {
    values.put(key, value);
    return this;
  }

  @Override
  public Optional<Value> find(String key) {
    return Optional.ofNullable(values.get(key)).map(value -> value(key, value));
  }

  @Override
  public List<Value> values() {
    return values.entrySet().stream().map(e -> value(e.getKey(), e.getValue())).toList();
  }

  @Override
  public List<Value> valuesFor(ExtensionName extension) {
    String prefix = "extensions." + extension + ".";
    return values.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .map(entry -> value(entry.getKey().substring(prefix.length()), entry.getValue()))
        .toList();
  }

  private static Value value(String key, Object value) {
    return new Value(key, value, new Origin.Program(), false);
  }

  @Override
  public String text(String key) {
    return String.valueOf(values.getOrDefault(key, ""));
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
    return Duration.parse("PT" + text(key));
  }

  @Override
  public Path path(String key) {
    return Path.of(text(key)).toAbsolutePath();
  }

  @Override
  public List<String> list(String key) {
    return values.get(key) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  @Override
  public String product() {
    return "Hotshoe";
  }

  @Override
  public String version() {
    return "0.0.0-test";
  }

  @Override
  public Instant started() {
    return started;
  }

  @Override
  public Phase phase() {
    return Phase.READY;
  }

  @Override
  public void stop(String reason) {
    throw new AssertionError("nobody may stop the host here: " + reason);
  }
}
