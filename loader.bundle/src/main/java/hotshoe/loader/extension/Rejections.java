package hotshoe.loader.extension;

import hotshoe.extension.ExtensionName;
import hotshoe.extension.RejectedArchive;
import hotshoe.loader.archive.Intake;
import hotshoe.loader.store.FileFacts;
import hotshoe.loader.store.Source;
import hotshoe.problem.Problem;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/**
 * The files of the deploy folder that could not be made an extension. Read by anybody at any time;
 * written by the thread of changes only.
 */
final class Rejections {

  private final ConcurrentSkipListMap<String, Rejection> byFileName = new ConcurrentSkipListMap<>();

  private record Rejection(RejectedArchive archive, FileFacts facts, Optional<ExtensionName> by) {}

  List<RejectedArchive> list() {
    return byFileName.values().stream().map(Rejection::archive).toList();
  }

  Optional<RejectedArchive> find(String fileName) {
    return Optional.ofNullable(byFileName.get(fileName)).map(Rejection::archive);
  }

  Set<String> fileNames() {
    return Set.copyOf(byFileName.keySet());
  }

  /** Whether a file was rejected as it is now. */
  boolean knows(String fileName, FileFacts facts) {
    return Optional.ofNullable(byFileName.get(fileName))
        .filter(rejection -> rejection.facts().equals(facts))
        .isPresent();
  }

  /**
   * Notes that a file is not taken.
   *
   * @param by whose being there is the reason, if it is
   * @return whether that is news
   */
  boolean add(
      String fileName, FileFacts facts, List<Problem> problems, Optional<ExtensionName> by) {
    Rejection before = byFileName.get(fileName);
    boolean isNews = before == null || !before.archive().problems().equals(problems);
    RejectedArchive archive =
        isNews
            ? new RejectedArchive(Source.deployed(fileName), problems, Instant.now())
            : before.archive();
    byFileName.put(fileName, new Rejection(archive, facts, by));
    return isNews;
  }

  void remove(String fileName) {
    byFileName.remove(fileName);
  }

  /** Forgets the files whose format nobody knew, and answers them. */
  Set<String> takeUnknownFormats() {
    Set<String> unread =
        byFileName.entrySet().stream()
            .filter(
                rejection ->
                    rejection.getValue().archive().problems().stream()
                        .anyMatch(problem -> problem.code().equals(Intake.UNKNOWN_FORMAT)))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    unread.forEach(byFileName::remove);
    return unread;
  }

  /** Forgets the files that had to stand back for somebody who has gone, and answers them. */
  Set<String> takeFreedBy(Collection<ExtensionName> gone) {
    Set<String> freed =
        byFileName.entrySet().stream()
            .filter(rejection -> rejection.getValue().by().filter(gone::contains).isPresent())
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    freed.forEach(byFileName::remove);
    return freed;
  }
}
