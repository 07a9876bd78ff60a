package hotshoe.runtime;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why a file could not be used, in words. */
final class Reasons {

  private Reasons() {}

  static String of(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException) {
      return "a file is in the place of a folder";
    }
    if (cause instanceof NoSuchFileException) {
      return "it is not there";
    }
    if (cause instanceof FileSystemException known && known.getReason() != null) {
      return known.getReason();
    }
    return String.valueOf(cause.getMessage());
  }
}
