package hotshoe.core.setting;

import hotshoe.core.storage.PrivateFile;
import hotshoe.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.felix.cm.PersistenceManager;
import org.apache.felix.cm.file.ConfigurationHandler;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where Configuration Admin keeps its configurations: one file each, in Felix's own format, so that
 * people and tools can read them. A file is replaced as a whole and forced to the disk; one that
 * cannot be read is set aside and the rest goes on. Felix's own keeping deletes the old file before
 * it names the new one, and forces nothing.
 */
@Component(
    service = {PersistenceManager.class, ConfigurationFiles.class},
    property = PersistenceManager.PROPERTY_NAME + "=" + ConfigurationFiles.NAME)
public final class ConfigurationFiles implements PersistenceManager {

  /** What the framework property {@code felix.cm.pm} says to choose these files. */
  static final String NAME = "hotshoe";

  private static final Logger log = LoggerFactory.getLogger(ConfigurationFiles.class);

  private static final String END = ".config";
  private static final int LONGEST_NAME = 200;

  private final Path folder;
  private final List<Problem> problems = new CopyOnWriteArrayList<>();

  /** Keeps them where the launcher says. */
  @Activate
  public ConfigurationFiles(BundleContext bundles) {
    this(
        Optional.ofNullable(bundles.getProperty("felix.cm.dir"))
            .map(Path::of)
            .orElseGet(() -> bundles.getDataFile("config").toPath()));
  }

  ConfigurationFiles(Path folder) {
    this.folder = folder.toAbsolutePath();
  }

  /** The files that were set aside since the start. */
  List<Problem> problems() {
    return List.copyOf(problems);
  }

  @Override
  public synchronized boolean exists(String pid) {
    return Files.isRegularFile(file(pid).path());
  }

  @Override
  @SuppressWarnings("rawtypes")
  public synchronized Dictionary load(String pid) throws IOException {
    byte[] content = file(pid).read().orElseThrow(() -> new FileNotFoundException(pid));
    return parsed(content);
  }

  @SuppressWarnings("rawtypes")
  private static Dictionary parsed(byte[] content) throws IOException {
    try {
      Dictionary dictionary = ConfigurationHandler.read(new ByteArrayInputStream(content));
      if (dictionary == null || !(dictionary.get(Constants.SERVICE_PID) instanceof String)) {
        throw new IOException("it does not say whose configuration it is");
      }
      return dictionary;
    } catch (RuntimeException malformed) {
      throw new IOException("it is not a configuration: " + malformed.getMessage(), malformed);
    }
  }

  @Override
  @SuppressWarnings("rawtypes")
  public synchronized Enumeration getDictionaries() throws IOException {
    List<Dictionary> all = new ArrayList<>();
    for (Path path : paths()) {
      readable(new PrivateFile(path)).ifPresent(all::add);
    }
    return Collections.enumeration(all);
  }

  private List<Path> paths() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(path -> path.getFileName().toString().endsWith(END))
          .filter(path -> !path.getFileName().toString().startsWith("."))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
  }

  @SuppressWarnings("rawtypes")
  private Optional<Dictionary> readable(PrivateFile file) {
    try {
      Dictionary dictionary = parsed(file.read().orElse(new byte[0]));
      Path named = file(String.valueOf(dictionary.get(Constants.SERVICE_PID))).path();
      if (!named.equals(file.path())) {
        throw new IOException("it is named otherwise than the configuration in it");
      }
      return Optional.of(dictionary);
    } catch (IOException unreadable) {
      tell(setAside(file, unreadable));
      return Optional.empty();
    }
  }

  private static Problem setAside(PrivateFile file, IOException why) {
    String name = file.path().getFileName().toString();
    try {
      Path aside = file.setAside();
      return SettingProblems.setAside(name, aside.getFileName().toString(), why);
    } catch (IOException second) {
      why.addSuppressed(second);
      return SettingProblems.unreadable(name, why);
    }
  }

  private void tell(Problem problem) {
    problems.add(problem);
    log.warn(problem.sentence());
  }

  @Override
  @SuppressWarnings("rawtypes")
  public synchronized void store(String pid, Dictionary properties) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ConfigurationHandler.write(bytes, properties);
    file(pid).replace(bytes.toByteArray());
  }

  @Override
  public synchronized void delete(String pid) throws IOException {
    file(pid).delete();
  }

  private PrivateFile file(String pid) {
    return new PrivateFile(folder.resolve(fileName(pid)));
  }

  /** No path, no hidden file, no name too long, whatever the identifier is. */
  static String fileName(String pid) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < pid.length(); i++) {
      char letter = pid.charAt(i);
      boolean plain =
          letter < 128 && (Character.isLetterOrDigit(letter) || "_-~".indexOf(letter) >= 0);
      if (plain || (letter == '.' && i > 0)) {
        name.append(letter);
      } else {
        name.append("%%%04x".formatted((int) letter));
      }
    }
    return shortened(name.toString(), pid) + END;
  }

  private static String shortened(String name, String pid) {
    return name.length() <= LONGEST_NAME
        ? name
        : name.substring(0, LONGEST_NAME - 40)
            + "~"
            + java.util.UUID.nameUUIDFromBytes(pid.getBytes(StandardCharsets.UTF_16BE));
  }
}
