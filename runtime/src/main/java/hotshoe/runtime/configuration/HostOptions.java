package hotshoe.runtime.configuration;

import static hotshoe.runtime.configuration.OptionType.DURATION;
import static hotshoe.runtime.configuration.OptionType.FLAG;
import static hotshoe.runtime.configuration.OptionType.LIST;
import static hotshoe.runtime.configuration.OptionType.NUMBER;
import static hotshoe.runtime.configuration.OptionType.PATH;
import static hotshoe.runtime.configuration.OptionType.PORT;
import static hotshoe.runtime.configuration.OptionType.TEXT;

import hotshoe.configuration.OptionDescription;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Every option of the host: the one table from which reading, checking and help are made. */
public final class HostOptions {

  /** What every key of an extension's options begins with. */
  static final String EXTENSIONS = "extensions.";

  /** What every key of a feature begins with. */
  static final String FEATURES = "features.";

  /** The values of {@code log.level}, from the quietest. */
  static final List<String> LEVELS = List.of("error", "warn", "info", "debug", "trace");

  private static final HostOptions STANDARD = table("true");

  private static final HostOptions EMBEDDED = table("false");

  private final Map<String, HostOption> byKey = new LinkedHashMap<>();
  private final Map<String, HostOption> byPredecessor = new LinkedHashMap<>();

  HostOptions(HostOption... options) {
    for (HostOption option : options) {
      byKey.put(option.key(), option);
      option.description().predecessor().ifPresent(old -> byPredecessor.put(old, option));
    }
  }

  private static HostOptions table(String doors) {
    return new HostOptions(
        Stream.of(ofHost(), ofProcesses(), ofCloudStack(), ofDoors(doors))
            .flatMap(List::stream)
            .toArray(HostOption[]::new));
  }

  private static List<HostOption> ofHost() {
    return List.of(
        HostOption.of("data", PATH, "data", "folder of all that the host remembers"),
        HostOption.of("deploy", PATH, "deploy", "folder that is watched for extensions"),
        HostOption.unset(
            "enabled-extensions", LIST, "extensions to run, in this order; unset means all"),
        HostOption.of("strict", FLAG, "false", "refuse to start when anything at all is wrong"),
        HostOption.of("slice.start-limit", DURATION, "60s", "limit of a slice's every method"),
        HostOption.of("slice.status-limit", DURATION, "1s", "limit of asking a slice its status"),
        HostOption.of("upgrade.drain-limit", DURATION, "10s", "limit for calls to the old version"),
        HostOption.of("upgrade.kept-versions", NUMBER, "3", "earlier versions to go back to"),
        HostOption.of("operations.limit", DURATION, "10m", "limit of a call that names none"),
        HostOption.of("operations.hold-limit", DURATION, "30s", "limit of waiting for an upgrade"),
        HostOption.of("operations.describe-limit", DURATION, "5s", "limit of asking a provider"),
        HostOption.of(
            "readiness.interval",
            DURATION,
            "300s",
            "time between looks whether extensions are ready"),
        HostOption.of("stop.graceful-limit", DURATION, "10s", "limit of stopping all slices"),
        HostOption.of("stop.hard-limit", DURATION, "15s", "when a stopping process is cut off"),
        HostOption.of("stop.drain-limit", DURATION, "5s", "limit for requests in flight"),
        HostOption.of(
            "settings.listener-limit",
            DURATION,
            "1s",
            "limit of a listener to settings, and of a check"),
        HostOption.of("tasks.per-extension", NUMBER, "64", "an extension's operations at a time"),
        HostOption.of("tasks.queue", NUMBER, "10000", "how many more of them may wait"),
        HostOption.of("tasks.keep", NUMBER, "10000", "ended tasks to remember"),
        HostOption.of("tasks.keep-days", NUMBER, "30", "days to remember them"),
        HostOption.of(
            "tasks.keep-bytes", NUMBER, "16777216", "bytes of them on disk and in memory"));
  }

  private static List<HostOption> ofProcesses() {
    return List.of(
        HostOption.of("processes.max", NUMBER, "64", "processes that run at a time"),
        HostOption.of("processes.queue", NUMBER, "1000", "how many more of them may wait"),
        HostOption.of("processes.limit", DURATION, "30m", "limit of a process that names none"),
        HostOption.of("processes.grace", DURATION, "3s", "time to end when asked, before the kill"),
        HostOption.of(
            "processes.path",
            TEXT,
            "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "PATH of every process"),
        HostOption.unset("processes.cgroup", PATH, "control group (v2) given to the host"),
        HostOption.unset("interpreters.python", LIST, "paths of python; unset: looked for"),
        HostOption.unset("interpreters.bash", LIST, "paths of bash; unset: looked for"),
        HostOption.unset("interpreters.node", LIST, "paths of node; unset: looked for"),
        HostOption.of(
            "inventory.folder", PATH, "etc/inventories", "folder with a file for each inventory"),
        HostOption.of(
            "inventory.watch-interval", DURATION, "2s", "between two looks at their sources"));
  }

  private static List<HostOption> ofCloudStack() {
    return List.of(
        HostOption.of(
            "cloudstack.poll-interval",
            DURATION,
            "60s",
            "how often CloudStack's hosts are asked which instances are on; 0s: never"),
        HostOption.of("cloudstack.poll-limit", DURATION, "2m", "limit of an entrypoint so asked"),
        HostOption.of("cloudstack.poll-parallel", NUMBER, "8", "how many run for this at a time"));
  }

  private static List<HostOption> ofDoors(String doors) {
    return List.of(
        HostOption.of("sources.allow", LIST, "public", "hosts from which archives may come"),
        HostOption.of("sources.bytes", NUMBER, "1073741824", "the largest archive to fetch"),
        HostOption.of("sources.limit", DURATION, "10m", "limit of fetching one archive"),
        HostOption.unset(
            "sources.programs", PATH, "folder of programs that remote callers may register"),
        HostOption.of("gateway.enabled", FLAG, doors, "whether to answer over HTTP"),
        HostOption.of("gateway.host", TEXT, "127.0.0.1", "address to listen on"),
        HostOption.of("gateway.port", PORT, "7700", "port to listen on; 0 means any free one"),
        HostOption.of("shell.socket", FLAG, doors, "whether another terminal may connect"),
        HostOption.of("users.first-administrator", FLAG, doors, "make 'admin' where nobody is yet"),
        HostOption.of("users.hash-memory", NUMBER, "19456", "KiB of memory to hash a password"),
        HostOption.of("users.hash-passes", NUMBER, "2", "passes over it to hash a password"),
        HostOption.of("users.hashes-at-once", NUMBER, "2", "passwords hashed at a time"),
        HostOption.of(
            "users.failures-a-minute", NUMBER, "120", "wrong passwords in all, then wait"),
        HostOption.of("roles.file", PATH, "etc/roles.yaml", "file of the operator's own roles"),
        HostOption.choice(
            "signatures.policy",
            "warn",
            List.of("off", "warn", "require"),
            "what becomes of archives that nobody trusted has signed"),
        HostOption.of(
            "signatures.keys", PATH, "etc/trusted-keys", "folder of the keys that are trusted"),
        HostOption.of("audit.bytes", NUMBER, "268435456", "size of the audit, then the oldest go"),
        HostOption.of("audit.age", DURATION, "8760h", "age in the audit, then the oldest go"),
        HostOption.of("audit.waiting", NUMBER, "100000", "entries waiting for the disk at most"),
        HostOption.choice("log.level", "info", LEVELS, "how much to log"),
        HostOption.unset("log.levels", OptionType.LEVELS, "levels of loggers: <logger>=<level>"),
        HostOption.unset("log.file", PATH, "file to which the log is appended as well"),
        HostOption.choice(
            "log.colour", "auto", List.of("auto", "always", "never"), "colours in the log"));
  }

  /** The options of this product. */
  public static HostOptions standard() {
    return STANDARD;
  }

  /** The same options, where all doors are shut by default: who embeds a host decides on doors. */
  public static HostOptions embedded() {
    return EMBEDDED;
  }

  /** All options for people, in the order in which they should be read. */
  public List<OptionDescription> descriptions() {
    return byKey.values().stream().map(HostOption::description).toList();
  }

  List<HostOption> all() {
    return List.copyOf(byKey.values());
  }

  Set<String> keys() {
    return byKey.keySet();
  }

  Optional<HostOption> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** The option that had this key before. */
  Optional<HostOption> findSuccessor(String oldKey) {
    return Optional.ofNullable(byPredecessor.get(oldKey));
  }

  /** Whether a key is not ours to judge: extensions and features define their own. */
  static boolean isFree(String key) {
    return key.startsWith(EXTENSIONS) || key.startsWith(FEATURES);
  }
}
