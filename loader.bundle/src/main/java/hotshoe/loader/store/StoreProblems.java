package hotshoe.loader.store;

import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.util.Optional;

/** Everything that can be wrong with the store, in words. */
public final class StoreProblems {

  private StoreProblems() {}

  /** The data folder cannot be used at all. */
  static Problem unusable(String folder, IOException failure) {
    return Problem.error("HS-STORE-001", "the data folder cannot be used")
        .at(folder)
        .because(words(failure))
        .advising("let the host's user write to it, or set the option data to another folder");
  }

  /** A record is not what it should be. */
  static Problem recordSetAside(String file, String aside, String why) {
    return Problem.error("HS-STORE-002", "an extension's record cannot be read and was set aside")
        .at(file)
        .because(why)
        .advising("correct " + aside + " and give it its old name, or install the extension again");
  }

  /** A record names an archive that is not there. */
  public static Problem archiveMissing(ExtensionRecord extension) {
    return Problem.error("HS-STORE-003", "the archive of " + extension + " is missing")
        .at("archives/" + extension.digest())
        .because("somebody removed it from the data folder")
        .advising("install the extension again; it came from " + extension.source());
  }

  /** An archive is there and not what it was. */
  public static Problem archiveDamaged(ExtensionRecord extension, String why) {
    return Problem.error("HS-STORE-004", "the archive of " + extension + " is damaged")
        .at("archives/" + extension.digest())
        .because(why)
        .advising("install the extension again; it came from " + extension.source());
  }

  /** The archive of a version that was kept is not there. */
  public static Problem keptMissing(ExtensionRecord extension, KeptVersion version) {
    return Problem.error(
            "HS-STORE-007", shown(extension, version) + " was kept, and its archive is missing")
        .at("archives/" + version.digest())
        .because("somebody removed it from the data folder")
        .advising("install it with --force; it came from " + version.provenance().origin());
  }

  /** The archive of a version that was kept is not what it was. */
  public static Problem keptDamaged(ExtensionRecord extension, KeptVersion version) {
    return Problem.error(
            "HS-STORE-008", shown(extension, version) + " was kept, and its archive is damaged")
        .at("archives/" + version.digest())
        .because("its SHA-256 is not its name any more")
        .advising("install it with --force; it came from " + version.provenance().origin());
  }

  private static String shown(ExtensionRecord extension, KeptVersion version) {
    return extension.name() + " " + version.version();
  }

  /** A change could not be written down, so it was not made. */
  public static Problem notWritten(ExtensionName name, IOException failure) {
    return Problem.error("HS-STORE-005", "the change to " + name + " could not be written down")
        .because(words(failure))
        .advising("make room on the disk, or let the host's user write to the data folder");
  }

  /** An archive could not be copied; it may be as good as any. */
  static Problem notStored(
      String origin, String folder, IOException failure, Optional<Long> freeBytes) {
    String free =
        freeBytes.map(bytes -> "; " + bytes / 1_000_000 + " MB are free there").orElse("");
    return Problem.error("HS-STORE-006", origin + " cannot be copied into the data folder")
        .at(folder)
        .because(words(failure) + free)
        .advising(
            "make room on the disk, or let the host's user write there; then touch the file or"
                + " install it again");
  }

  /** What the system says, without the paths that it repeats. */
  public static String words(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "access is denied";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return "a file is in the way";
    }
    Optional<String> reason =
        failure instanceof FileSystemException system
            ? Optional.ofNullable(system.getReason())
            : Optional.ofNullable(failure.getMessage());
    return reason.orElse(failure.getClass().getSimpleName());
  }
}
