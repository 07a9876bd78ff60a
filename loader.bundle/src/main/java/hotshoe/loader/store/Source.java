package hotshoe.loader.store;

import java.util.Objects;

/** Where an installed archive came from. */
public sealed interface Source {

  /**
   * A file in the deploy folder: the extension goes when the file goes.
   *
   * @param fileName its name in the folder
   * @param facts what it looked like when it was read
   */
  record DeployFile(String fileName, FileFacts facts) implements Source {
    public DeployFile {
      Objects.requireNonNull(fileName, "fileName");
      Objects.requireNonNull(facts, "facts");
    }

    @Override
    public String toString() {
      return deployed(fileName);
    }
  }

  /**
   * Handed in by somebody: the extension stays until somebody removes it.
   *
   * @param place a path or a URL
   */
  record Given(String place) implements Source {
    public Given {
      Objects.requireNonNull(place, "place");
    }

    @Override
    public String toString() {
      return place;
    }
  }

  /** What people call a file in the deploy folder, wherever that lies; on one line in any case. */
  static String deployed(String fileName) {
    return "deploy/" + fileName.replaceAll("\\p{Cntrl}", "?");
  }
}
