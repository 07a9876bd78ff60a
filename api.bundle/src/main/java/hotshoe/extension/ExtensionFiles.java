package hotshoe.extension;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.framework.Bundle;

/**
 * The files that a translated extension brought, as files of the machine, for those that are run or
 * read by other programs. A service of the host; safe for use by many threads.
 */
@ProviderType
public interface ExtensionFiles {

  /**
   * The folder in which the files of a bundle lie. They are laid there at the first call, whole or
   * not at all, and belong to this version of the extension alone: the next version has its own
   * folder, and this one goes when the version goes. What the archive marks as executable can be
   * executed, by the user of the host only (row CS-36).
   *
   * @throws IOException when the files cannot be written, or are not what the archive holds any
   *     more and cannot be put right
   * @throws IllegalArgumentException when the bundle is not a translated extension
   */
  Path folder(Bundle bundle) throws IOException;

  /**
   * How these files lie there now. The first look since the host started, and one where the whole
   * folder is gone, lays them as {@link #folder} does; every other changes nothing.
   *
   * @throws IOException when the files cannot be laid
   * @throws IllegalArgumentException when the bundle is not a translated extension
   */
  FilesReport look(Bundle bundle) throws IOException;
}
