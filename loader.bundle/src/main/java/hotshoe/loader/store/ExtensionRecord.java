package hotshoe.loader.store;

import hotshoe.archive.Descriptor;
import hotshoe.extension.ExtensionName;
import hotshoe.loader.archive.Digest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.osgi.framework.Version;

/**
 * What the host remembers of an installed extension. Writing it is what installs; deleting it is
 * what uninstalls.
 *
 * @param descriptor what it says of itself
 * @param digest its archive
 * @param source where the archive came from
 * @param enabled whether somebody wants it to run
 * @param installed when this version was installed
 * @param previous the versions before, the latest first
 */
public record ExtensionRecord(
    Descriptor descriptor,
    Digest digest,
    Source source,
    boolean enabled,
    Instant installed,
    List<Previous> previous) {

  /** How many earlier versions are kept. */
  static final int KEPT = 1;

  /** An earlier version, whose archive is still there. */
  public record Previous(Version version, Digest digest, Instant installed) {}

  public ExtensionRecord {
    Objects.requireNonNull(descriptor, "descriptor");
    Objects.requireNonNull(digest, "digest");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(installed, "installed");
    previous = List.copyOf(previous);
  }

  /** A first installation. */
  public static ExtensionRecord first(
      Descriptor descriptor, Digest digest, Source source, Instant now) {
    return new ExtensionRecord(descriptor, digest, source, true, now, List.of());
  }

  /** The extension's identity. */
  public ExtensionName name() {
    return descriptor.name();
  }

  /** The extension's version. */
  public Version version() {
    return descriptor.version();
  }

  /** This extension in another version; whether somebody wants it is not touched. */
  public ExtensionRecord replacedBy(
      Descriptor newer, Digest newDigest, Source newSource, Instant now) {
    List<Previous> kept = new ArrayList<>();
    kept.add(new Previous(version(), digest, installed));
    kept.addAll(previous);
    kept.removeIf(old -> old.digest().equals(newDigest));
    return new ExtensionRecord(
        newer, newDigest, newSource, enabled, now, kept.subList(0, Math.min(KEPT, kept.size())));
  }

  /** The same bytes, from elsewhere. */
  public ExtensionRecord from(Source other) {
    return new ExtensionRecord(descriptor, digest, other, enabled, installed, previous);
  }

  /** Wanted. */
  public ExtensionRecord wanted() {
    return new ExtensionRecord(descriptor, digest, source, true, installed, previous);
  }

  /** Unwanted. */
  public ExtensionRecord unwanted() {
    return new ExtensionRecord(descriptor, digest, source, false, installed, previous);
  }

  /** Every archive that must not be thrown away. */
  Stream<Digest> archives() {
    return Stream.concat(Stream.of(digest), previous.stream().map(Previous::digest));
  }

  @Override
  public String toString() {
    return descriptor.toString();
  }
}
