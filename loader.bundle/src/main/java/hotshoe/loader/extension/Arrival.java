package hotshoe.loader.extension;

import hotshoe.archive.Descriptor;
import hotshoe.archive.Translation;
import hotshoe.extension.ExtensionName;
import hotshoe.loader.archive.Digest;
import hotshoe.loader.store.Source;

/**
 * An archive that is to be installed. Its bytes are among the store's archives already.
 *
 * @param descriptor what it says of itself
 * @param digest its archive
 * @param translation what the framework is given
 * @param source where it came from
 */
record Arrival(Descriptor descriptor, Digest digest, Translation translation, Source source) {

  static Arrival of(Reading.Taken taken, Source source) {
    return new Arrival(
        taken.ready().descriptor(), taken.copy().digest(), taken.ready().translation(), source);
  }

  ExtensionName name() {
    return descriptor.name();
  }
}
