package hotshoe.loader.extension;

import hotshoe.archive.Descriptor;
import hotshoe.archive.SemanticVersions;

/**
 * Which of two versions of an extension is the higher one, as its author means it: bundles go by
 * the order of OSGi, every other format by that of SemVer, in which 1.0.0-rc.1 is before 1.0.0.
 */
final class VersionOrder {

  private static final String BUNDLES = "native";

  private VersionOrder() {}

  /** Above zero when the first is the higher one. */
  static int compare(Descriptor one, Descriptor other) {
    return one.dialect().equals(BUNDLES) && other.dialect().equals(BUNDLES)
        ? one.version().compareTo(other.version())
        : SemanticVersions.ORDER.compare(one.version(), other.version());
  }
}
