package hotshoe.loader.machine;

import hotshoe.archive.BundleForm;
import hotshoe.archive.Capability;
import hotshoe.archive.Namespaces;
import hotshoe.loader.form.BundleWriter;
import hotshoe.loader.wiring.Bundles;
import hotshoe.loader.wiring.Location;
import hotshoe.process.Interpreter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The interpreters of this machine, each as a bundle that holds nothing but its capability. One for
 * each, so that one which comes or goes concerns nobody but those who use it. Called by one thread
 * at a time.
 */
public final class MachineOffers {

  private static final Logger log = LoggerFactory.getLogger(MachineOffers.class);

  private final Bundles bundles;

  /** The offers in this framework. */
  public MachineOffers(Bundles bundles) {
    this.bundles = bundles;
  }

  /**
   * Puts in what is new, and answers the bundles of what is here no more, which still stand.
   *
   * @param present all that the machine has now
   */
  public Set<Bundle> follow(Collection<Interpreter> present) {
    Set<String> wanted = new HashSet<>();
    for (Interpreter interpreter : present) {
      String location = location(interpreter);
      if (wanted.add(location) && bundles.find(location).isEmpty()) {
        install(location, interpreter);
      }
    }
    Set<Bundle> gone = new HashSet<>(bundles.ofMachine());
    gone.removeIf(bundle -> wanted.contains(bundle.getLocation()));
    return gone;
  }

  private static String location(Interpreter interpreter) {
    return Location.MACHINE + interpreter.language() + ":" + interpreter.version();
  }

  private void install(String location, Interpreter interpreter) {
    try {
      bundles.install(location, jar(interpreter.language(), interpreter.version()));
    } catch (IOException | BundleException failure) {
      log.warn("the framework does not take {}", interpreter, failure);
    }
  }

  private static InputStream jar(String language, Version version) throws IOException {
    BundleForm form =
        new BundleForm(
            "hotshoe.interpreter." + language.replace("+", "plus"),
            version,
            Map.of("Bundle-Name", language + " " + version + " of this machine"),
            Map.of(),
            List.of(),
            List.of(
                new Capability(
                    Namespaces.INTERPRETER, Map.of("language", language, "version", version))),
            List.of(),
            Map.of(),
            Set.of(),
            Map.of());
    return jar(BundleWriter.manifest(form));
  }

  private static InputStream jar(Manifest manifest) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new JarOutputStream(bytes, manifest).close();
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
