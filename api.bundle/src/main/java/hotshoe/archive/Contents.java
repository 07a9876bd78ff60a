package hotshoe.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What an archive of any kind holds, while it is open. Names are relative, parted by {@code /}, and
 * safe: none climbs, none is absolute, none stands twice. Every byte has been checked before
 * anybody sees it.
 */
@ProviderType
public interface Contents {

  /** The names of all files, sorted. */
  Set<String> names();

  /** How many bytes a file has, if it is there. */
  Optional<Long> size(String name);

  /** Opens a file, if it is there; whoever opens it closes it. */
  Optional<InputStream> open(String name) throws IOException;

  /** Whether the archive marks a file as executable; false where its kind has no such mark. */
  boolean isExecutable(String name);

  /** The name of the file to which a symbolic link leads, if there is a link of this name. */
  default Optional<String> link(String name) {
    return Optional.empty();
  }

  /** Whether the archive is a zip archive, as a jar is, so that a framework can read its bytes. */
  default boolean isZip() {
    return false;
  }

  /** The folder at the top in which everything lies, if there is one, such as {@code name-main}. */
  default Optional<String> topFolder() {
    return Unwrapped.topOf(names());
  }

  /**
   * The same without the folder at the top in which everything lies; if there is none, this. Only
   * one folder is taken away, however many lie in each other.
   */
  default Contents unwrapped() {
    return topFolder().<Contents>map(top -> new Unwrapped(this, top)).orElse(this);
  }

  /** The name by which the archive itself knows a file, with all folders at the top. */
  default String nameInArchive(String name) {
    return name;
  }
}
