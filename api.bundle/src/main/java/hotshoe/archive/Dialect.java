package hotshoe.archive;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A format in which extensions arrive; registered as a service. A pure function from an archive to
 * a bundle: no clock, no disk but the archive it is shown, and none of the archive's code runs.
 * What is a bundle already stays one; of several others that recognise an archive, the first by
 * name has it.
 *
 * <p>Any thread may call it, several at a time. What it throws counts as a fault of its own; faults
 * of the archive are answered as problems, all of them together.
 */
@ConsumerType
public interface Dialect {

  /** Its name, as it stands in {@link hotshoe.extension.Extension#dialect()}. */
  String name();

  /**
   * By what its archives are recognised, in a few words for whoever packed something else: {@code
   * manifest.yaml}.
   */
  default String mark() {
    return "";
  }

  /** Whether an archive is written in it. Looks at names and a few bytes only. */
  boolean recognises(Contents contents);

  /**
   * Whether files of its archives end up on a disk. Then names that differ only by case, or by the
   * way in which Unicode writes them, are refused before it is asked: on some disks they are one.
   */
  default boolean unpacks() {
    return true;
  }

  /**
   * Understands an archive it recognised.
   *
   * @param origin what people call the archive, such as {@code deploy/hello.zip}; once it is
   *     installed, its name and version, such as {@code hello-1.2.0}
   * @param contents what it holds
   */
  Description describe(String origin, Contents contents);

  /**
   * Where the archive is that a manifest speaks of which somebody gave without its archive (row
   * CS-24).
   *
   * @param origin what people call the manifest
   * @param manifest its bytes, at most some hundred thousand
   * @return empty when it is no manifest of this dialect, or when manifests of this dialect always
   *     lie in their archives
   */
  default Optional<Referral> referral(String origin, byte[] manifest) {
    return Optional.empty();
  }

  /** Makes a bundle of an archive it understood. Same archive, same answer, byte for byte. */
  Translation translate(Descriptor descriptor, Contents contents);
}
