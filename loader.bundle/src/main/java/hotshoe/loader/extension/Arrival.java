package hotshoe.loader.extension;

import hotshoe.archive.Descriptor;
import hotshoe.archive.Translation;
import hotshoe.extension.ExtensionName;
import hotshoe.loader.archive.Digest;
import hotshoe.loader.store.KeptVersion;
import hotshoe.loader.store.Source;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * An archive that is to be installed. Its bytes are among the store's archives already.
 *
 * @param descriptor what it says of itself
 * @param version its archive, and where that came from
 * @param translation what the framework is given
 * @param bundle the same, as a file that nobody else needs; it goes as soon as it was read
 * @param source to whom the extension belongs
 * @param disabled why it is not to run if it is new, in words
 */
record Arrival(
    Descriptor descriptor,
    KeptVersion version,
    Translation translation,
    Optional<Path> bundle,
    Source source,
    Optional<String> disabled) {

  /** An archive that was read just now; a new extension runs if its manifest does not mind. */
  static Arrival of(Reading.Taken taken, Source source) {
    Descriptor descriptor = taken.ready().descriptor();
    return new Arrival(
        descriptor,
        new KeptVersion(
            descriptor.version(),
            taken.copy().digest(),
            taken.size(),
            taken.provenance(),
            Instant.now()),
        taken.ready().translation(),
        taken.bundle(),
        source,
        descriptor.enabled() ? Optional.empty() : Optional.of(Entrance.DISABLED_BY_MANIFEST));
  }

  /** The same; if it is new, it does not run, for this reason. */
  Arrival withoutStarting(String why) {
    return new Arrival(descriptor, version, translation, bundle, source, Optional.of(why));
  }

  ExtensionName name() {
    return descriptor.name();
  }

  Digest digest() {
    return version.digest();
  }
}
