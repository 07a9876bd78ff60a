package hotshoe.loader.content;

/**
 * What an archive may ask of the host. Whatever it says of itself, no more than this is read, kept
 * or written.
 *
 * @param entries files, links and folders together, those folders included that only a path names
 * @param fileBytes what one file may have
 * @param allBytes what everything together may unpack to
 * @param ratio how many times its own size an archive may unpack to, once that is more than {@code
 *     ratioFrom}
 * @param ratioFrom bytes up to which nobody asks for the ratio: small texts compress well
 * @param depth folders within folders
 * @param pathCharacters the length of one path
 * @param nameBytes the length of one name in a path, in UTF-8; most disks take 255
 * @param allNames characters of all paths together: this is what is held in memory
 * @param extraBytes one header of a tar archive that describes the entry after it
 * @param unpackingMemory bytes of memory that unpacking xz may take
 */
public record Limits(
    int entries,
    long fileBytes,
    long allBytes,
    int ratio,
    long ratioFrom,
    int depth,
    int pathCharacters,
    int nameBytes,
    int allNames,
    int extraBytes,
    long unpackingMemory) {

  /** The limits that hold unless somebody says otherwise. */
  public static final Limits USUAL =
      new Limits(
          100_000,
          1L << 30,
          4L << 30,
          200,
          64L << 20,
          64,
          1024,
          255,
          16 << 20,
          1 << 16,
          100L << 20);

  /** The same, but for what everything together may unpack to. */
  public Limits withAllBytes(long bytes) {
    return new Limits(
        entries,
        fileBytes,
        bytes,
        ratio,
        ratioFrom,
        depth,
        pathCharacters,
        nameBytes,
        allNames,
        extraBytes,
        unpackingMemory);
  }

  /** The same, but for the number of entries. */
  public Limits withEntries(int count) {
    return new Limits(
        count,
        fileBytes,
        allBytes,
        ratio,
        ratioFrom,
        depth,
        pathCharacters,
        nameBytes,
        allNames,
        extraBytes,
        unpackingMemory);
  }

  /** The same, but for what one file may have. */
  public Limits withFileBytes(long bytes) {
    return new Limits(
        entries,
        bytes,
        allBytes,
        ratio,
        ratioFrom,
        depth,
        pathCharacters,
        nameBytes,
        allNames,
        extraBytes,
        unpackingMemory);
  }

  /** Whether an archive of this size that unpacks to so much is a bomb. */
  boolean isBomb(long packed, long unpacked) {
    return unpacked > ratioFrom && unpacked / ratio > packed;
  }
}
