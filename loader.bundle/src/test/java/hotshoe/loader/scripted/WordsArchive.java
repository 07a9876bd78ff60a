package hotshoe.loader.scripted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.UnaryOperator;

/** An archive that {@link WordsDialect} reads, of any kind. Same words, same bytes. */
public final class WordsArchive {

  private final String name;
  private final String version;
  private final String words;

  private WordsArchive(String name, String version, String words) {
    this.name = name;
    this.version = version;
    this.words = words;
  }

  public static WordsArchive of(String name, String version) {
    return new WordsArchive(name, version, "hello");
  }

  public WordsArchive saying(String other) {
    return new WordsArchive(name, version, other);
  }

  /** Its manifest. */
  public byte[] manifest() {
    return (name + " " + version + " " + words).getBytes(StandardCharsets.UTF_8);
  }

  /** A zip archive. */
  public byte[] zip() {
    return new ZipBytes().file("words.txt", manifest()).file("bin/run.sh", run()).bytes();
  }

  /** A tar archive, compressed or not. */
  public byte[] tar(UnaryOperator<byte[]> packed) {
    return packed.apply(
        new TarBytes().file("words.txt", manifest()).file("bin/run.sh", 0755, run()).bytes());
  }

  /** Puts a zip archive into a folder in one step. */
  public Path in(Path folder, String fileName) {
    return put(zip(), folder, fileName);
  }

  /** Puts it into a folder as a folder. */
  public Path asFolderIn(Path folder, String fileName) {
    try {
      Path top = Files.createDirectories(folder.resolve(fileName));
      Files.createDirectories(top.resolve("bin"));
      Files.write(top.resolve("bin/run.sh"), run());
      Files.write(top.resolve("words.txt"), manifest());
      return top;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Puts bytes into a folder in one step. */
  public static Path put(byte[] bytes, Path folder, String fileName) {
    try {
      Path half = Files.write(folder.resolve("." + fileName + ".part"), bytes);
      return Files.move(half, folder.resolve(fileName), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private byte[] run() {
    return ("echo " + words).getBytes(StandardCharsets.UTF_8);
  }
}
