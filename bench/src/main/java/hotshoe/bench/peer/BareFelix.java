package hotshoe.bench.peer;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/**
 * Felix with a list of bundles and nothing of ours: the least that a hand-made launcher does. As a
 * program it says {@code bare ready} once all bundles are started.
 *
 * <p>Arguments: the storage folder, the packages that the system bundle exports in addition, the
 * bundles' files in the order of their start.
 */
public final class BareFelix implements AutoCloseable {

  private final Framework framework;

  /** Begins a framework; a storage folder that holds bundles is taken up again. */
  public BareFelix(Path storage, Map<String, String> properties) throws BundleException {
    Map<String, String> all = new HashMap<>(properties);
    all.put(Constants.FRAMEWORK_STORAGE, storage.toString());
    all.putIfAbsent("felix.log.level", "1");
    all.putIfAbsent("ds.loglevel", "error");
    all.putIfAbsent("gosh.args", "--nointeractive");
    framework =
        ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow().newFramework(all);
    framework.start();
  }

  /** The system bundle's context. */
  public BundleContext context() {
    return framework.getBundleContext();
  }

  /** Installs all by stream, then starts all; fragments are not started. */
  public void install(List<Path> files) throws Exception {
    List<Bundle> bundles = new ArrayList<>();
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        bundles.add(context().installBundle("bare:" + file.getFileName(), in));
      }
    }
    for (Bundle bundle : bundles) {
      if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
        bundle.start();
      }
    }
  }

  /** Whether the storage folder brought bundles along. */
  public boolean isWarm() {
    return context().getBundles().length > 1;
  }

  @Override
  public void close() throws Exception {
    framework.stop();
    framework.waitForStop(60_000);
  }

  public static void main(String[] arguments) throws Exception {
    BareFelix felix =
        new BareFelix(
            Path.of(arguments[0]), Map.of(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, arguments[1]));
    felix.startAll(bundles(arguments));
    System.out.println("bare ready");
    felix.awaitStop();
  }

  /** The bundles' files, from the program's arguments. */
  static List<Path> bundles(String... arguments) {
    return Stream.of(arguments).skip(2).map(Path::of).toList();
  }

  /** Installs and starts all, unless the storage folder brought them along. */
  void startAll(List<Path> bundles) throws Exception {
    if (!isWarm()) {
      install(bundles);
    }
  }

  /** Keeps the program running until it is ended from outside. */
  void awaitStop() throws InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(this::closeQuietly));
    framework.waitForStop(0);
  }

  private void closeQuietly() {
    try {
      close();
    } catch (Exception e) {
      System.err.println("bare Felix does not stop: " + e);
    }
  }
}
