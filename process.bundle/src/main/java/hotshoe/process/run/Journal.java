package hotshoe.process.run;

import hotshoe.process.tree.Sighting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which processes run, written down so that the next host finds them when this one is killed: one
 * empty file for each, whose name tells all. It is as good as the system's memory: what the system
 * forgets when it stops needs no ending any more.
 *
 * <pre>
 * data/processes/&lt;run>/boot                        which start of the system
 * data/processes/&lt;run>/running/&lt;order>-&lt;pid>-&lt;born>  a process that runs
 * data/processes/&lt;run>/&lt;order>/                     its private folder
 * </pre>
 */
final class Journal {

  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
  private static final Pattern ENTRY = Pattern.compile("(\\d{1,18})-(\\d{1,18})-(\\d{1,18})");
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
  private static final String STAYS = "-stays";

  private final Path folder;
  private final String run;
  private final AtomicBoolean isComplaining = new AtomicBoolean();

  private Journal(Path folder) {
    this.folder = folder;
    this.run = String.valueOf(folder.getFileName());
  }

  /** That of a new run of the host; nothing is written yet. */
  static Journal ofNewRun(Path processes) {
    // nobody has to be kept from guessing it: who could set the variable could end itself as well
    String name =
        Long.toHexString(System.currentTimeMillis()) + "-" + ProcessHandle.current().pid();
    return new Journal(processes.resolve(name + "-" + Long.toHexString(System.nanoTime())));
  }

  /** Those of earlier runs that left one. */
  List<Journal> earlier() throws IOException {
    List<Journal> journals = new ArrayList<>();
    Path processes = Objects.requireNonNull(folder.getParent(), "parent");
    if (Files.isDirectory(processes)) {
      try (var folders = Files.newDirectoryStream(processes, Files::isDirectory)) {
        for (Path other : folders) {
          if (!other.getFileName().equals(folder.getFileName())) {
            journals.add(new Journal(other));
          }
        }
      }
    }
    return journals;
  }

  /** What the processes of an order are known by. */
  String marker(long order, boolean stays) {
    return run + "-" + order + (stays ? STAYS : "");
  }

  /** Makes the private folder of an order. */
  Path makeFolder(long order) throws IOException {
    Path own = folder.resolve(Long.toString(order));
    if (!Files.isDirectory(folder.resolve("running"))) {
      begin();
    }
    return PrivateFolder.make(own);
  }

  private synchronized void begin() throws IOException {
    PrivateFolder.make(folder.resolve("running"));
    Files.writeString(folder.resolve("boot"), boot());
  }

  private static String boot() {
    try {
      return Files.readString(BOOT).strip();
    } catch (IOException unknown) {
      return "";
    }
  }

  /** Where output goes that does not fit into memory. */
  Path folder() {
    return folder;
  }

  /** Writes down that a process runs. */
  void begun(long order, Sighting.Life life) {
    try {
      Files.createFile(entry(order, life));
    } catch (IOException e) {
      if (isComplaining.compareAndSet(false, true)) {
        LOG.warn("{}", RunProblems.unwritten(e.toString()));
      }
    }
  }

  /** Writes down that it has ended, with all that it began. */
  void ended(long order, Sighting.Life life) {
    try {
      Files.deleteIfExists(entry(order, life));
    } catch (IOException e) {
      LOG.debug("an ended process stays written down: {}", e.toString());
    }
  }

  private Path entry(long order, Sighting.Life life) {
    return folder.resolve("running").resolve(order + "-" + life.pid() + "-" + life.born());
  }

  /** Whether it was written since the system started; else nothing of it can be there any more. */
  boolean isOfThisBoot() {
    try {
      return Files.readString(folder.resolve("boot")).equals(boot());
    } catch (IOException unknown) {
      return false;
    }
  }

  /** What is written down. */
  List<Written> written() throws IOException {
    List<Written> all = new ArrayList<>();
    try (var files = Files.newDirectoryStream(folder.resolve("running"))) {
      for (Path file : files) {
        Matcher entry = ENTRY.matcher(String.valueOf(file.getFileName()));
        if (entry.matches()) {
          all.add(
              new Written(
                  Long.parseLong(entry.group(1)),
                  new Sighting.Life(
                      Long.parseLong(entry.group(2)), Long.parseLong(entry.group(3)))));
        }
      }
    }
    return all;
  }

  /** Whether a process with this marker has to end with its host, when these were running. */
  boolean isOrphan(String marker, List<Written> written) {
    if (!marker.startsWith(run + "-")) {
      return false;
    }
    String order = marker.substring(run.length() + 1);
    return !order.endsWith(STAYS)
        || written.stream().anyMatch(entry -> order.equals(entry.order() + STAYS));
  }

  /** Deletes all of it. */
  void delete() {
    PrivateFolder.delete(folder);
  }

  /** A process that ran, and for which order. */
  record Written(long order, Sighting.Life life) {}
}
