package hotshoe.ansible;

import hotshoe.loader.content.ArchiveReader;
import hotshoe.loader.content.Contents;
import hotshoe.loader.content.Opening;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real folder of files and scripts in a few words, opened as the host opens it. */
final class Folder {

  private final Path path;

  Folder(Path above) {
    try {
      this.path = Files.createTempDirectory(above, "x");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Files that nobody can execute. */
  Folder with(String name, String text) {
    try {
      Path file = path.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return this;
  }

  /** A script that somebody may execute. */
  Folder program(String name, String text) {
    with(name, text);
    if (!path.resolve(name).toFile().setExecutable(true)) {
      throw new IllegalStateException("cannot be marked: " + name);
    }
    return this;
  }

  Contents open() {
    Opening opening = new ArchiveReader().open("x", path);
    if (opening instanceof Opening.Opened opened) {
      return opened.contents();
    }
    throw new IllegalStateException(opening.toString());
  }
}
