package hotshoe.cloudstack;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The names that CloudStack gives to folders and programs of extensions (rows CS-5 to CS-8). */
public final class EntrypointPath {

  private static final int DEEPEST = 2;

  private EntrypointPath() {}

  /** The folder of an extension: its name in lower case, with underscores for odd characters. */
  public static String folder(String name) {
    return name.replaceAll("[^A-Za-z0-9._-]", "_").toLowerCase(Locale.ROOT);
  }

  /**
   * The program's path below the folder of its extension, and so its name in the archive.
   *
   * @throws IllegalArgumentException when the path leaves the folder or is too deep
   */
  static String inArchive(String folder, String path) {
    String slashes = path.replace('\\', '/');
    String relative = slashes.startsWith("/") ? slashes.substring(1) : slashes;
    String below =
        relative.startsWith(folder + "/") ? relative.substring(folder.length() + 1) : relative;
    List<String> steps = Arrays.asList(below.split("/", -1));
    if (steps.contains("..") || steps.contains(".") || steps.contains("")) {
      throw new IllegalArgumentException("must stay in the folder of the extension");
    }
    if (steps.size() - 1 > DEEPEST) {
      throw new IllegalArgumentException("is more than " + DEEPEST + " folders deep");
    }
    return below;
  }
}
