package hotshoe.runtime.configuration;

import hotshoe.configuration.OptionDescription;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every option of the host: the one table from which reading, checking and help are made. */
public final class HostOptions {

  /** What every key of an extension's options begins with. */
  static final String EXTENSIONS = "extensions.";

  /** What every key of a feature begins with. */
  static final String FEATURES = "features.";

  private static final HostOptions STANDARD =
      new HostOptions(
          List.of(
              option("data", "path", "data", "folder of everything the host must remember"),
              option("deploy", "path", "deploy", "folder that is watched for extensions"),
              unset(
                  "enabled-extensions",
                  "list",
                  "extensions to run, in this order; unset means all that are deployed"),
              option("strict", "flag", "false", "refuse to start when anything is wrong"),
              option("slice.start-limit", "duration", "60s", "limit of one life-cycle method"),
              option("slice.status-limit", "duration", "1s", "limit of one slice's status"),
              option("stop.graceful-limit", "duration", "10s", "limit of an orderly stop"),
              option("stop.hard-limit", "duration", "15s", "when the process ends regardless"),
              option("stop.drain-limit", "duration", "5s", "limit for requests in flight"),
              option("gateway.enabled", "flag", "true", "whether to answer over HTTP"),
              option("gateway.host", "text", "127.0.0.1", "address to listen on"),
              option("gateway.port", "number", "7700", "port to listen on; 0 means any free one"),
              option(
                  "shell.socket", "flag", "true", "whether a second terminal can reach the shell"),
              choice(
                  "log.level",
                  "info",
                  "how much to log",
                  "error",
                  "warn",
                  "info",
                  "debug",
                  "trace"),
              unset("log.levels", "list", "levels of single loggers, as <logger>=<level>"),
              unset("log.file", "path", "file to log to as well"),
              choice("log.colour", "auto", "colours in the log", "auto", "always", "never")));

  private final Map<String, OptionDescription> byKey = new LinkedHashMap<>();

  HostOptions(List<OptionDescription> options) {
    options.forEach(option -> byKey.put(option.key(), option));
  }

  /** The options of this product. */
  public static HostOptions standard() {
    return STANDARD;
  }

  /** All options, in the order in which people should read them. */
  public List<OptionDescription> all() {
    return List.copyOf(byKey.values());
  }

  /** The option of this key. */
  Optional<OptionDescription> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** The option that was called so before. */
  Optional<OptionDescription> findByPredecessor(String key) {
    return byKey.values().stream()
        .filter(option -> option.predecessor().filter(key::equals).isPresent())
        .findFirst();
  }

  private static OptionDescription option(
      String key, String type, String defaultValue, String description) {
    return new OptionDescription(
        key, type, Optional.of(defaultValue), description, Optional.empty(), List.of(), false);
  }

  private static OptionDescription unset(String key, String type, String description) {
    return new OptionDescription(
        key, type, Optional.empty(), description, Optional.empty(), List.of(), false);
  }

  private static OptionDescription choice(
      String key, String defaultValue, String description, String... allowed) {
    return new OptionDescription(
        key,
        "text",
        Optional.of(defaultValue),
        description,
        Optional.empty(),
        List.of(allowed),
        false);
  }
}
