package hotshoe.loader.store;

import hotshoe.archive.Descriptor;
import hotshoe.extension.ExtensionName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.osgi.framework.Version;

/** Installs into a store as the loader does, with archives that hold just a word. */
final class Installed {

  static final Instant THEN = Instant.parse("2026-05-04T03:02:01Z");

  private Installed() {}

  static Descriptor descriptor(String name, String version) {
    return new Descriptor(
        new ExtensionName(name), Version.valueOf(version), "native", "org." + name, name, "");
  }

  /** Installs, or upgrades what is there. */
  static ExtensionRecord put(Store store, Path folder, String name, String version)
      throws IOException {
    Path file = folder.resolve(name + "-" + version + ".jar");
    Files.writeString(file, name + " " + version);
    Incoming copy = store.receive(file);
    store.keep(copy);
    Source source = new Source.Given("/home/" + name + ".jar");
    ExtensionRecord before = store.committed(new ExtensionName(name)).orElse(null);
    ExtensionRecord record =
        before == null
            ? ExtensionRecord.first(descriptor(name, version), copy.digest(), source, THEN)
            : before.replacedBy(descriptor(name, version), copy.digest(), source, THEN);
    store.commit(List.of(record));
    return record;
  }
}
