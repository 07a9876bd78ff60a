package hotshoe.runtime.framework;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.connect.ConnectContent;
import org.osgi.framework.connect.ConnectModule;
import org.osgi.framework.connect.ModuleConnector;
import org.osgi.framework.launch.Framework;

/**
 * The host's bundles as jars on the ordinary class path, connected to the framework (OSGi Connect).
 * Their classes come from the application's loader, which is what a class archive speeds up most.
 */
final class ClassPathBundles implements BundleSource {

  private static final String SCHEME = "hotshoe-connect:";

  private final Path folder;

  /** Jars that lie in this folder and are on the class path as well. */
  ClassPathBundles(Path folder) {
    this.folder = folder;
  }

  @Override
  @SuppressWarnings({"unchecked", "rawtypes"})
  public Framework framework(Map<String, Object> properties) {
    return new FrameworkFactory().newFramework((Map) properties, new Connector(folder));
  }

  @Override
  public String location(String fileName) {
    return SCHEME + fileName;
  }

  @Override
  public void install(BundleContext context, String fileName) throws BundleException {
    if (context.getBundle(location(fileName)) == null) {
      context.installBundle(location(fileName));
    }
  }

  @Override
  public String fingerprint() {
    StringBuilder text = new StringBuilder();
    try (var jars = Files.newDirectoryStream(folder, "*.jar")) {
      for (Path jar : jars) {
        text.append(jar.getFileName())
            .append(' ')
            .append(Files.size(jar))
            .append(' ')
            .append(Files.getLastModifiedTime(jar).toMillis())
            .append('\n');
      }
    } catch (IOException e) {
      return "";
    }
    return text.toString();
  }

  /** Answers the framework's question what lies behind a location. */
  private record Connector(Path folder) implements ModuleConnector {

    @Override
    public void initialize(File storage, Map<String, String> configuration) {
      // nothing to prepare: the jars are where they are
    }

    @Override
    public Optional<ConnectModule> connect(String location) {
      return location.startsWith(SCHEME)
          ? Optional.of(() -> new Jar(folder.resolve(location.substring(SCHEME.length()))))
          : Optional.empty();
    }

    @Override
    public Optional<BundleActivator> newBundleActivator() {
      return Optional.empty();
    }
  }

  /** One jar; its resources are read from the file, its classes by the application's loader. */
  private static final class Jar implements ConnectContent {

    private final Path path;
    private Optional<JarFile> file = Optional.empty();

    Jar(Path path) {
      this.path = path;
    }

    @Override
    public Optional<Map<String, String>> getHeaders() {
      return Optional.empty();
    }

    @Override
    public Iterable<String> getEntries() {
      List<String> names = opened().stream().map(JarEntry::getName).toList();
      return names;
    }

    @Override
    public Optional<ConnectEntry> getEntry(String name) {
      JarFile jar = opened();
      return Optional.ofNullable(jar.getEntry(name)).map(entry -> new Entry(jar, entry.getName()));
    }

    @Override
    public Optional<ClassLoader> getClassLoader() {
      return Optional.of(ClassPathBundles.class.getClassLoader());
    }

    @Override
    public synchronized void open() throws IOException {
      if (file.isEmpty()) {
        file = Optional.of(new JarFile(path.toFile(), false, ZipFile.OPEN_READ));
      }
    }

    @Override
    public synchronized void close() throws IOException {
      if (file.isPresent()) {
        file.get().close();
        file = Optional.empty();
      }
    }

    private synchronized JarFile opened() {
      try {
        open();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return file.orElseThrow();
    }
  }

  /** One resource of a jar. */
  private record Entry(JarFile jar, String name) implements ConnectContent.ConnectEntry {

    @Override
    public String getName() {
      return name;
    }

    @Override
    public long getContentLength() {
      return jar.getEntry(name).getSize();
    }

    @Override
    public long getLastModified() {
      return jar.getEntry(name).getTime();
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return jar.getInputStream(jar.getEntry(name));
    }
  }
}
