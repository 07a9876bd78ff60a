package hotshoe.cloudstack.registry;

import hotshoe.caller.Caller;
import hotshoe.cloudstack.Given;
import hotshoe.problem.ProblemException;
import hotshoe.type.BytesValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * The programs of which extensions are made: a file of this machine, bytes, or a scaffold that does
 * nothing yet. Whoever is not on this machine names files below one folder only, or whoever may
 * register an extension could read whatever the host can read.
 *
 * @param folder below which every caller may name a file
 */
record Programs(Optional<Path> folder) {

  static final int LARGEST = 16 << 20;

  /** Who comes through these is on this machine already, as the user of the host. */
  private static final Set<String> LOCAL_DOORS = Set.of("shell", "java");

  /** What is run. */
  byte[] bytes(Given wanted, Caller caller) throws IOException {
    Optional<String> path = wanted.optional("path");
    Optional<byte[]> bytes = wanted.find("program").map(it -> ((BytesValue) it).toArray());
    if (path.isPresent() && bytes.isPresent()) {
      throw new ProblemException(RegistryProblems.twoPrograms());
    }
    if (path.isPresent()) {
      return file(path.get(), caller);
    }
    return bytes.isPresent() ? bytes.get() : scaffold();
  }

  /** As at home, the program is called like the folder; a script keeps its ending. */
  static String ending(Given wanted) {
    String path = wanted.optional("path").orElse("");
    int dot = path.lastIndexOf('.');
    String ending = dot > path.lastIndexOf('/') ? path.substring(dot) : ".sh";
    return ending.matches("\\.[A-Za-z0-9]{1,10}") ? ending : ".sh";
  }

  private byte[] file(String path, Caller caller) {
    boolean isLocal = LOCAL_DOORS.contains(caller.door());
    try {
      Path file = Path.of(path).toRealPath();
      if (!isLocal && !isBelowFolder(file)) {
        throw new ProblemException(RegistryProblems.foreignPath(caller, folder.isPresent()));
      }
      return read(file);
    } catch (IOException | InvalidPathException failure) {
      // whether a file is there is nobody's business who may not name it
      throw new ProblemException(
          isLocal
              ? RegistryProblems.noProgram(path, words(failure))
              : RegistryProblems.foreignPath(caller, folder.isPresent()));
    }
  }

  private boolean isBelowFolder(Path file) throws IOException {
    return folder.isPresent() && file.startsWith(folder.get().toRealPath());
  }

  private static byte[] read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("it is no file");
    }
    try (InputStream bytes = Files.newInputStream(file)) {
      byte[] read = bytes.readNBytes(LARGEST + 1);
      if (read.length > LARGEST) {
        throw new IOException("it is larger than " + (LARGEST >> 20) + " MiB");
      }
      return read;
    }
  }

  private static String words(Exception failure) {
    return failure instanceof NoSuchFileException
        ? "it is not there"
        : String.valueOf(failure.getMessage());
  }

  private static byte[] scaffold() throws IOException {
    try (InputStream bytes = Programs.class.getResourceAsStream("scaffold.sh")) {
      return bytes.readAllBytes();
    }
  }
}
