package hotshoe.loader.content;

import hotshoe.problem.Problem;
import java.util.Optional;

/** Everything that can be wrong with an archive before anybody asks what it is for, in words. */
public final class ContentProblems {

  private static final String COPY_AGAIN = "copy it again; it is tried again when it changes";
  private static final String NO_TRUST = "do not trust this archive; ask where it comes from";
  private static final String PACK_AGAIN = "ask its author to pack it again";

  private ContentProblems() {}

  static Problem empty(String origin) {
    return Problem.error("HS-ARCHIVE-001", "the file is empty").at(origin).advising(COPY_AGAIN);
  }

  static Problem noArchive(String origin) {
    return Problem.error("HS-ARCHIVE-002", "the file is not an archive")
        .at(origin)
        .because("it begins neither as zip or jar, nor as tar, tar.gz, tar.xz or tar.zst")
        .advising("check what was copied; it is tried again when it changes");
  }

  static Problem cutOffZip(String origin) {
    return Problem.error("HS-ARCHIVE-003", "the jar is cut off")
        .at(origin)
        .because("the table of contents that ends every zip archive is missing")
        .advising(COPY_AGAIN);
  }

  static Problem cutOff(String origin, String why) {
    return Problem.error("HS-ARCHIVE-003", "the archive is cut off")
        .at(origin)
        .because(why)
        .advising(COPY_AGAIN);
  }

  /** That what a zip archive says of its contents cannot be understood. */
  public static Problem damaged(String origin, String why) {
    return Problem.error("HS-ARCHIVE-004", "the jar's table of contents is damaged")
        .at(origin)
        .because(why)
        .advising(COPY_AGAIN);
  }

  static Problem damagedEntry(String origin, String entry, String why) {
    return Problem.error("HS-ARCHIVE-005", "the jar is damaged")
        .at(origin + "!" + shown(entry))
        .because(why)
        .advising(COPY_AGAIN);
  }

  static Problem unsafeName(String origin, String entry) {
    return Problem.error("HS-ARCHIVE-006", "the archive holds an entry with an unsafe name")
        .at(origin)
        .because("'" + shown(entry) + "' would lie outside of the archive's own folder")
        .advising(NO_TRUST);
  }

  static Problem tooLarge(String origin, long limit) {
    return Problem.error("HS-ARCHIVE-007", "the archive unpacks to too much")
        .at(origin)
        .because("it would fill more than " + megabytes(limit))
        .advising(NO_TRUST);
  }

  static Problem noTar(String origin) {
    return Problem.error("HS-ARCHIVE-015", "the file is compressed, but is no archive")
        .at(origin)
        .because("what is inside does not begin as a tar archive does")
        .advising("pack the extension's folder with tar, and compress that");
  }

  static Problem tooMany(String origin, int limit) {
    return Problem.error("HS-ARCHIVE-016", "the archive holds too many entries")
        .at(origin)
        .because("there are more than " + limit)
        .advising(NO_TRUST);
  }

  static Problem largeFile(String origin, String entry, long limit) {
    return Problem.error("HS-ARCHIVE-017", "the archive holds a file that is too large")
        .at(origin + "!" + shown(entry))
        .because("it would fill more than " + megabytes(limit))
        .advising("take it out of the archive, and fetch it when the extension runs");
  }

  static Problem bomb(String origin, int ratio) {
    return Problem.error("HS-ARCHIVE-018", "the archive unpacks to far more than it is")
        .at(origin)
        .because("it would fill more than " + ratio + " times its own size")
        .advising(NO_TRUST);
  }

  static Problem longName(String origin, String entry, String why) {
    return Problem.error("HS-ARCHIVE-019", "the archive holds a name that is too long")
        .at(origin + "!" + shown(entry))
        .because(why)
        .advising("shorten it and pack the archive again");
  }

  static Problem longNames(String origin, int limit) {
    return Problem.error("HS-ARCHIVE-019", "the archive's names are too long")
        .at(origin)
        .because("together they have more than " + limit + " characters")
        .advising(NO_TRUST);
  }

  static Problem trickyName(String origin, String entry) {
    return Problem.error("HS-ARCHIVE-020", "the archive holds a name that cannot be shown")
        .at(origin)
        .because("'" + shown(entry) + "' has characters that move the cursor or end a text")
        .advising(NO_TRUST);
  }

  static Problem twice(String origin, String entry) {
    return Problem.error("HS-ARCHIVE-021", "the archive holds two entries of one name")
        .at(origin + "!" + shown(entry))
        .because("nobody can know which of them is meant")
        .advising(PACK_AGAIN);
  }

  static Problem collision(String origin, String one, String other) {
    return Problem.error("HS-ARCHIVE-022", "the archive holds two names that are one on some disks")
        .at(origin)
        .because(
            "'"
                + shown(one)
                + "' and '"
                + shown(other)
                + "' differ only by case, or by how Unicode writes them")
        .advising("rename one of them and pack the archive again");
  }

  static Problem fileAndFolder(String origin, String entry) {
    return Problem.error("HS-ARCHIVE-023", "the archive holds a file and a folder of one name")
        .at(origin + "!" + shown(entry))
        .because("only one of them can be there")
        .advising(PACK_AGAIN);
  }

  static Problem linkLeaves(String origin, String entry, String target) {
    return Problem.error("HS-ARCHIVE-024", "the archive holds a link that leads out of it")
        .at(origin + "!" + shown(entry))
        .because("it leads to '" + shown(target) + "'")
        .advising(NO_TRUST);
  }

  static Problem linkNowhere(String origin, String entry, String target, String why) {
    return Problem.error("HS-ARCHIVE-025", "the archive holds a link that leads to no file")
        .at(origin + "!" + shown(entry))
        .because("it leads to '" + shown(target) + "': " + why)
        .advising("pack the file itself in place of the link");
  }

  static Problem special(String origin, String entry) {
    return Problem.error("HS-ARCHIVE-026", "the archive holds a device, a pipe or the like")
        .at(origin + "!" + shown(entry))
        .because("only files, folders and links are taken")
        .advising(NO_TRUST);
  }

  static Problem encrypted(String origin, String entry) {
    return Problem.error("HS-ARCHIVE-027", "the archive is encrypted")
        .at(origin + "!" + shown(entry))
        .because("nobody can type a password here")
        .advising("pack it without a password; to show whom it is from, sign it");
  }

  static Problem twoWays(String origin, String why) {
    return Problem.error("HS-ARCHIVE-028", "the zip archive can be read in two ways")
        .at(origin)
        .because(why)
        .advising("copy it again; if that does not help, " + PACK_AGAIN);
  }

  static Problem tarHeader(String origin, String why) {
    return Problem.error("HS-ARCHIVE-029", "the tar archive is wrong")
        .at(origin)
        .because(why)
        .advising("copy it again; if that does not help, " + PACK_AGAIN);
  }

  static Problem unknownType(String origin, String entry, String what) {
    return Problem.error("HS-ARCHIVE-030", "the archive holds something that is not taken")
        .at(origin + "!" + shown(entry))
        .because("it is " + what)
        .advising("pack it with the usual settings of tar or zip");
  }

  static Problem largeHeader(String origin, int limit) {
    return Problem.error("HS-ARCHIVE-031", "the tar archive holds a header that is too large")
        .at(origin)
        .because("more than " + limit + " bytes are to describe one entry")
        .advising(NO_TRUST);
  }

  static Problem afterEnd(String origin, String why) {
    return Problem.error("HS-ARCHIVE-032", "the archive does not end where it says")
        .at(origin)
        .because(why)
        .advising("copy it again; if that does not help, " + PACK_AGAIN);
  }

  static Problem damagedStream(String origin, String why) {
    return Problem.error("HS-ARCHIVE-033", "the archive is damaged")
        .at(origin)
        .because("it cannot be unpacked: " + shown(why))
        .advising(COPY_AGAIN);
  }

  static Problem memory(String origin) {
    return Problem.error("HS-ARCHIVE-034", "unpacking the archive takes too much memory")
        .at(origin)
        .because("it was compressed with a very large window")
        .advising("compress it with the usual level, such as xz -6 or zstd -19");
  }

  static Problem noRoom(String origin, String why) {
    return Problem.error("HS-ARCHIVE-035", "there is no room to unpack the archive")
        .at(origin)
        .because(shown(why))
        .advising("make room in the data folder");
  }

  static Problem unreadable(String origin, String why) {
    return Problem.error("HS-ARCHIVE-036", "the archive cannot be read")
        .at(origin)
        .because(shown(why))
        .advising("check that it is there, and that the host may read it");
  }

  /** Names out of hostile archives: short, and without anything that moves the cursor. */
  public static String shown(String text) {
    String harmless = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", "?");
    return harmless.length() <= 100 ? harmless : harmless.substring(0, 100) + "...";
  }

  static String words(Throwable failure) {
    return Optional.ofNullable(failure.getMessage()).orElse(failure.getClass().getSimpleName());
  }

  private static String megabytes(long bytes) {
    return (bytes >> 20) + " MB";
  }
}
