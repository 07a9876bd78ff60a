package hotshoe.loader.files;

import hotshoe.archive.BundleForm;
import hotshoe.loader.form.CarriedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the system says of a file: it says something else after every change, even one that is meant
 * to go unnoticed, where the system tells when a file's entry was changed.
 *
 * @param facts by name
 */
record FileState(Map<String, Object> facts) {

  private static final boolean UNIX =
      java.nio.file.FileSystems.getDefault().supportedFileAttributeViews().contains("unix");
  private static final String ATTRIBUTES =
      UNIX ? "unix:ino,ctime,size,mode" : "size,lastModifiedTime,fileKey,isSymbolicLink";

  FileState {
    facts = Map.copyOf(facts);
  }

  /** The path of a file below the folder in which it is laid. */
  static String path(String nameInBundle) {
    return nameInBundle.substring(BundleForm.FILES.length());
  }

  /** Of each of the files, by its name; empty when one is not there. */
  static Optional<Map<String, FileState>> ofAll(Path folder, List<CarriedFile> files) {
    Map<String, FileState> states = new HashMap<>();
    try {
      for (CarriedFile file : files) {
        states.put(file.name(), of(folder.resolve(path(file.name()))));
      }
      return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
          ? Optional.of(states)
          : Optional.empty();
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /** Of those of the files that are there. */
  static Map<String, FileState> ofThose(Path folder, List<CarriedFile> files) {
    Map<String, FileState> states = new HashMap<>();
    for (CarriedFile file : files) {
      try {
        states.put(file.name(), of(folder.resolve(path(file.name()))));
      } catch (IOException gone) {
        states.remove(file.name());
      }
    }
    return states;
  }

  private static FileState of(Path file) throws IOException {
    Map<String, Object> facts =
        new HashMap<>(Files.readAttributes(file, ATTRIBUTES, LinkOption.NOFOLLOW_LINKS));
    facts.values().removeIf(value -> value == null);
    return new FileState(facts);
  }
}
