package hotshoe.loader.store;

import hotshoe.loader.archive.Digest;
import java.util.Objects;

/** To whom an installed extension belongs, and so who may replace it. */
public sealed interface Source {

  /**
   * A file or folder in the deploy folder: the extension goes when the file goes.
   *
   * @param fileName its name in the folder
   * @param facts what it looked like when it was read
   * @param held the bytes that it held then. They are those in use, unless somebody went back to an
   *     earlier version
   */
  record DeployFile(String fileName, FileFacts facts, Digest held) implements Source {
    public DeployFile {
      Objects.requireNonNull(fileName, "fileName");
      Objects.requireNonNull(facts, "facts");
      Objects.requireNonNull(held, "held");
    }

    /** Whether a file looks as this one did. */
    public boolean looksLike(String otherName, FileFacts otherFacts) {
      return fileName.equals(otherName) && facts.equals(otherFacts);
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
