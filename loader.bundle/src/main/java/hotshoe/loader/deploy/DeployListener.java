package hotshoe.loader.deploy;

import java.util.Set;

/** Who is told that something in the deploy folder may have changed. */
public interface DeployListener {

  /**
   * Looks at some names.
   *
   * @param names what may have come, changed or gone
   * @return those that look as if somebody were still writing them; they are asked about again
   */
  Set<String> changed(Set<String> names);

  /**
   * Looks at names once more that have been quiet for a while: what is broken now, is broken.
   *
   * @return as {@link #changed}
   */
  Set<String> settled(Set<String> names);

  /**
   * Looks at everything, because it is not known what has changed.
   *
   * @return as {@link #changed}
   */
  Set<String> unknownChange();

  /** The folder itself is gone. It will be looked at as a whole when it is back. */
  void folderGone();
}
