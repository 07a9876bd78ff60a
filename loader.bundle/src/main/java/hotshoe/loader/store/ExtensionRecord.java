package hotshoe.loader.store;

import hotshoe.archive.Descriptor;
import hotshoe.extension.ExtensionName;
import hotshoe.loader.archive.Digest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.osgi.framework.Version;

/**
 * What the host remembers of an installed extension. Writing it is what installs; deleting it is
 * what uninstalls.
 *
 * @param descriptor what it says of itself
 * @param current the version in use
 * @param source to whom the extension belongs: a file of the deploy folder, or whoever asked for it
 * @param disabled why it is not to run, in words; empty when it is
 * @param previous the versions before, the latest first
 */
public record ExtensionRecord(
    Descriptor descriptor,
    KeptVersion current,
    Source source,
    Optional<String> disabled,
    List<KeptVersion> previous) {

  public ExtensionRecord {
    Objects.requireNonNull(descriptor, "descriptor");
    Objects.requireNonNull(current, "current");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(disabled, "disabled");
    previous = List.copyOf(previous);
  }

  /** A first installation. */
  public static ExtensionRecord first(
      Descriptor descriptor, KeptVersion current, Source source, Optional<String> disabled) {
    return new ExtensionRecord(descriptor, current, source, disabled, List.of());
  }

  /** The extension's identity. */
  public ExtensionName name() {
    return descriptor.name();
  }

  /** The extension's version. */
  public Version version() {
    return descriptor.version();
  }

  /** Its archive. */
  public Digest digest() {
    return current.digest();
  }

  /** When this version was installed. */
  public Instant installed() {
    return current.installed();
  }

  /** Whether somebody wants it to run. */
  public boolean enabled() {
    return disabled.isEmpty();
  }

  /**
   * This extension in another version; whether somebody wants it is not touched.
   *
   * @param keep how many of the versions before stay
   */
  public ExtensionRecord replacedBy(
      Descriptor other, KeptVersion version, Source newSource, int keep) {
    List<KeptVersion> kept = new ArrayList<>();
    kept.add(current);
    kept.addAll(previous);
    kept.removeIf(old -> old.digest().equals(version.digest()));
    return new ExtensionRecord(
        other, version, newSource, disabled, kept.subList(0, Math.min(keep, kept.size())));
  }

  /** The same bytes, from elsewhere. */
  public ExtensionRecord from(Source other) {
    return new ExtensionRecord(descriptor, current, other, disabled, previous);
  }

  /** The same bytes, of which it is known now who signed them. */
  public ExtensionRecord signedBy(Optional<String> signer) {
    return new ExtensionRecord(descriptor, current.signedBy(signer), source, disabled, previous);
  }

  /** Wanted. */
  public ExtensionRecord wanted() {
    return new ExtensionRecord(descriptor, current, source, Optional.empty(), previous);
  }

  /** Unwanted, for this reason. */
  public ExtensionRecord unwanted(String why) {
    return new ExtensionRecord(descriptor, current, source, Optional.of(why), previous);
  }

  /** The same, with each version seen to. */
  ExtensionRecord withEach(UnaryOperator<KeptVersion> change) {
    return new ExtensionRecord(
        descriptor,
        change.apply(current),
        source,
        disabled,
        previous.stream().map(change).toList());
  }

  /** The versions whose archives are there, the latest installed first. */
  public Stream<KeptVersion> versions() {
    return Stream.concat(Stream.of(current), previous.stream());
  }

  /** Every archive that must not be thrown away. */
  Stream<Digest> archives() {
    return versions().map(KeptVersion::digest);
  }

  @Override
  public String toString() {
    return descriptor.toString();
  }
}
