package hotshoe.inventory.source;

import hotshoe.inventory.value.JsonData;
import hotshoe.inventory.value.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Facts that were gathered before, in a folder with a JSON file for each host (row AN-43). */
final class KeptFacts {

  private final Settings settings;
  private final Function<String, Path> paths;

  KeptFacts(Settings settings, Function<String, Path> paths) {
    this.settings = settings;
    this.paths = paths;
  }

  /** The facts of a host; none where they are too old or no map. */
  Map<Object, Object> of(String host) {
    Optional<Path> folder = settings.factFolder().map(paths);
    if (folder.isEmpty()) {
      return Map.of();
    }
    Path file = folder.get().resolve(settings.factPrefix() + host).normalize();
    boolean isInside = file.getParent() != null && file.getParent().equals(folder.get());
    try {
      boolean isKept = isInside && Files.isRegularFile(file) && !isOld(file);
      Object facts = isKept ? JsonData.read(Files.readString(file)) : Map.of();
      return facts instanceof Map<?, ?> map ? new LinkedHashMap<>(map) : Map.of();
    } catch (IOException | Unreadable broken) {
      throw SourceProblems.cacheFile(file.toString(), String.valueOf(broken.getMessage()));
    }
  }

  private boolean isOld(Path file) throws IOException {
    Instant end = Files.getLastModifiedTime(file).toInstant().plus(settings.factFreshness());
    return !settings.factFreshness().isZero() && Instant.now().isAfter(end);
  }
}
