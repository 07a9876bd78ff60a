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
}
