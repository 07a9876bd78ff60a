package hotshoe.loader.extension;

import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.ExtensionState;
import hotshoe.loader.readiness.Readiness;
import hotshoe.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.felix.framework.FrameworkFactory;
import org.apache.felix.scr.info.ScrInfo;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/**
 * The loader in a real framework with real declarative services; only the slices, the options and
 * the configuration are stand-ins. May be killed and made again on the same folders.
 */
final class TestHost implements AutoCloseable {

  private static final long PATIENCE = 20_000;

  final Path data;
  final Path deploy;
  final TestConfiguration configuration;
  final Queue<String> journal = new ConcurrentLinkedQueue<>();
  final RecordingSlices slices = new RecordingSlices(journal);
  final RecordingOptions options = new RecordingOptions(journal);
  final StandingHost standing = new StandingHost();
  final Readiness readiness = new Readiness();
  final Framework framework;
  final Loader loader;

  TestHost(Path home) {
    this(new TestConfiguration(home));
  }

  TestHost(TestConfiguration configuration) {
    this.configuration = configuration;
    this.data = configuration.path("data");
    this.deploy = configuration.path("deploy");
    try {
      Files.createDirectories(data);
      if (!Files.exists(deploy)) {
        Files.createDirectories(deploy);
      }
      framework = framework(data.resolve("framework"));
      loader =
          new Loader(
              context(),
              configuration,
              standing,
              slices,
              options,
              context().getService(context().getServiceReference(ServiceComponentRuntime.class)),
              readiness);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (BundleException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** A host that has started. */
  static TestHost started(Path home) {
    TestHost host = new TestHost(home);
    host.loader.start();
    return host;
  }

  private Framework framework(Path storage) throws BundleException {
    Framework made =
        new FrameworkFactory()
            .newFramework(
                Map.of(
                    Constants.FRAMEWORK_STORAGE,
                    storage.toString(),
                    Constants.FRAMEWORK_STORAGE_CLEAN,
                    "onFirstInit",
                    Constants.FRAMEWORK_BSNVERSION,
                    Constants.FRAMEWORK_BSNVERSION_MULTIPLE,
                    "felix.service.urlhandlers",
                    "false",
                    "felix.log.level",
                    "0",
                    "ds.loglevel",
                    "0",
                    Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                    PACKAGES));
    made.init();
    BundleContext context = made.getBundleContext();
    context.registerService(
        Consumer.class, (Consumer<String>) journal::add, new Hashtable<>(Map.of("journal", "all")));
    made.start();
    Bundle components =
        context.installBundle(
            ScrInfo.class.getProtectionDomain().getCodeSource().getLocation().toString());
    components.start();
    return made;
  }

  private static final String PACKAGES =
      "hotshoe.slice;version=1.0.0,hotshoe.extension;version=1.0.0,"
          + "hotshoe.loader.scripted;version=1.2.0,"
          + "org.slf4j;version=1.7.36,org.slf4j;version=2.0.17,"
          + "org.osgi.service.component;version=1.5.0,"
          + "org.osgi.service.component.runtime;version=1.5.0,"
          + "org.osgi.service.component.runtime.dto;version=1.5.0,"
          + "org.osgi.util.promise;version=1.3.0,org.osgi.util.function;version=1.2.0";

  BundleContext context() {
    return framework.getBundleContext();
  }

  /** What the extension is now. */
  Extension extension(String name) {
    return loader.find(new ExtensionName(name)).orElseThrow();
  }

  boolean has(String name) {
    return loader.find(new ExtensionName(name)).isPresent();
  }

  /** Waits for the extension to stand so. */
  Extension await(String name, ExtensionState state) {
    await(
        name + " to be " + state,
        () ->
            loader
                .find(new ExtensionName(name))
                .filter(extension -> extension.state() == state)
                .isPresent());
    return extension(name);
  }

  /** Waits for the extension to run in a version. */
  void awaitVersion(String name, String version) {
    await(
        name + " in version " + version,
        () ->
            loader
                .find(new ExtensionName(name))
                .filter(extension -> extension.state() == ExtensionState.ACTIVE)
                .filter(extension -> extension.version().toString().equals(version))
                .isPresent());
  }

  void awaitGone(String name) {
    await(name + " to go", () -> !has(name));
  }

  void awaitRejected(int count) {
    await(count + " rejected files", () -> loader.rejected().size() == count);
  }

  /** Waits, not for ever. */
  void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE * 1_000_000;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "waited in vain for "
                + what
                + "; extensions: "
                + loader.list()
                + "; rejected: "
                + loader.rejected());
      }
      try {
        Thread.sleep(2);
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    }
  }

  /** Every problem of every rejected file. */
  List<String> rejections() {
    return loader.rejected().stream()
        .flatMap(archive -> archive.problems().stream())
        .map(Problem::sentence)
        .toList();
  }

  /** What was journalled since the last time somebody asked. */
  List<String> takeJournal() {
    List<String> taken = List.copyOf(journal);
    journal.clear();
    return taken;
  }

  @Override
  public void close() {
    loader.close();
    try {
      framework.stop();
      framework.waitForStop(PATIENCE);
    } catch (BundleException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
