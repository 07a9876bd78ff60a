package hotshoe.inventory.source;

import hotshoe.inventory.InventorySource;
import hotshoe.inventory.PluginCache;
import hotshoe.inventory.form.JsonForm;
import hotshoe.inventory.value.JsonData;
import hotshoe.inventory.value.Unreadable;
import hotshoe.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a plugin keeps for one source: a JSON file of home's name and form, so that both can read it
 * (rows AN-48 to AN-50).
 */
final class FileCache implements PluginCache {

  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path file;
  private final Duration freshness;
  private final boolean mayRead;
  private final Clock clock;
  private Optional<Object> kept = Optional.empty();

  private FileCache(Path file, Duration freshness, boolean mayRead, Clock clock) {
    this.file = file;
    this.freshness = freshness;
    this.mayRead = mayRead;
    this.clock = clock;
  }

  /** The cache that these options ask for; one that keeps nothing if they ask for none. */
  static PluginCache of(
      String plugin, InventorySource source, Map<String, Object> options, InventoryRun run) {
    String kind = Plugins.shortName(String.valueOf(options.get("cache_plugin")));
    if (!Boolean.TRUE.equals(options.get("cache")) || kind.equals("memory")) {
      return NoCache.NONE;
    }
    if (!kind.equals("jsonfile")) {
      throw SourceProblems.cacheKind(source.text(), kind);
    }
    String folder = String.valueOf(options.get("cache_connection"));
    if (folder.isEmpty()) {
      throw SourceProblems.cacheFolder(source.text());
    }
    Path file = run.path(folder).resolve(options.get("cache_prefix") + key(plugin, source.text()));
    Duration freshness = Duration.ofSeconds((Long) options.get("cache_timeout"));
    return new FileCache(file, freshness, !run.request().fresh(), Clock.systemUTC());
  }

  /** A few digits each of the plugin's name and of the path. */
  private static String key(String plugin, String source) {
    return plugin + "_" + digits(plugin) + "s_" + digits(source);
  }

  private static String digits(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, 5);
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }

  /** How long what is kept holds; zero is for ever. */
  Duration freshness() {
    return freshness;
  }

  @Override
  public boolean mayRead() {
    return mayRead;
  }

  @Override
  public Optional<Object> get() {
    try {
      if (!mayRead || !Files.isRegularFile(file) || isOld()) {
        return Optional.empty();
      }
      return Optional.of(JsonData.read(Files.readString(file)));
    } catch (IOException | Unreadable broken) {
      throw removed(String.valueOf(broken.getMessage()));
    }
  }

  private boolean isOld() throws IOException {
    Instant end = Files.getLastModifiedTime(file).toInstant().plus(freshness);
    return !freshness.isZero() && clock.instant().isAfter(end);
  }

  private ProblemException removed(String why) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException stays) {
      return SourceProblems.cacheFile(file.toString(), why + "; it cannot be removed: " + stays);
    }
    return SourceProblems.cacheFile(file.toString(), why);
  }

  @Override
  public void put(Object value) {
    kept = Optional.of(value);
  }

  /** Writes what was put, whole or not at all. */
  void flush() throws IOException {
    if (kept.isPresent()) {
      Path folder = Files.createDirectories(file.getParent());
      Path fresh = Files.createTempFile(folder, "fresh", ".tmp", PRIVATE);
      try {
        Files.writeString(fresh, JsonForm.text(kept.get()));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(fresh);
      }
    }
  }
}
