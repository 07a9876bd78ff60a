package hotshoe.loader.archive;

/**
 * A format in which extensions arrive. A pure function from an archive to a bundle: no services, no
 * clock, no disk but the archive it is shown, and none of the archive's code runs.
 */
public interface Dialect {

  /** Its name, as it stands in {@link hotshoe.extension.Extension#dialect()}. */
  String name();

  /** Whether an archive is written in it. Looks at names and a few bytes only. */
  boolean recognises(Contents contents);

  /** Understands an archive it recognised. */
  Description describe(String origin, Contents contents);

  /** Makes a bundle of an archive it understood. */
  Translation translate(Descriptor descriptor, Contents contents);
}
