package hotshoe.loader.extension;

import hotshoe.extension.ExtensionName;
import hotshoe.loader.store.ExtensionRecord;
import java.util.Optional;
import org.osgi.framework.Bundle;

/**
 * An arrival whose bundle is in the framework, beside the version that it may replace.
 *
 * @param arrival what arrived
 * @param extension what will be remembered of it
 * @param bundle its bundle
 * @param old who had the name before
 * @param guarded whether the old version is kept until the new one has shown that it works
 */
record Trial(
    Arrival arrival,
    ExtensionRecord extension,
    Bundle bundle,
    Optional<Entry> old,
    boolean guarded) {

  ExtensionName name() {
    return extension.name();
  }

  Optional<Bundle> oldBundle() {
    return old.flatMap(Entry::bundle);
  }
}
