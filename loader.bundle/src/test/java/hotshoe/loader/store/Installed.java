package hotshoe.loader.store;

import hotshoe.archive.Descriptor;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.Provenance;
import hotshoe.loader.archive.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Version;

/** Installs into a store as the loader does, with archives that hold just a word. */
final class Installed {

  static final Instant THEN = Instant.parse("2026-05-04T03:02:01Z");

  /** How many earlier versions stay. */
  static final int KEPT = 1;

  private Installed() {}

  static Descriptor descriptor(String name, String version) {
    return new Descriptor(
        new ExtensionName(name), Version.valueOf(version), "native", "org." + name, name, "");
  }

  /** An archive of a few bytes that came from there. */
  static KeptVersion version(String version, Digest digest, String origin) {
    Provenance provenance =
        new Provenance(origin, origin, Optional.empty(), Optional.of("acme (key 1)"), THEN);
    return new KeptVersion(Version.valueOf(version), digest, 11, provenance, THEN);
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
    KeptVersion kept = version(version, copy.digest(), source.toString());
    ExtensionRecord record =
        before == null
            ? ExtensionRecord.first(descriptor(name, version), kept, source, Optional.empty())
            : before.replacedBy(descriptor(name, version), kept, source, KEPT);
    store.commit(List.of(record));
    return record;
  }
}
