package hotshoe.loader.source;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where an archive can be. */
sealed interface Place {

  /** What people call it. */
  String origin();

  /** Whether it is a place of this machine. */
  boolean isOnDisk();

  /**
   * A file or a folder.
   *
   * @param origin what people call it
   */
  record OnDisk(String origin, Path path) implements Place {
    @Override
    public boolean isOnDisk() {
      return true;
    }
  }

  /**
   * Behind a URL.
   *
   * @param origin the URL, without what is secret
   */
  record OnWeb(String origin, URI url) implements Place {
    @Override
    public boolean isOnDisk() {
      return false;
    }
  }

  /**
   * In a repository.
   *
   * @param origin the URL, without what is secret
   * @param url of the repository, without {@code git+}
   * @param reference branch, tag or commit
   */
  record InRepository(String origin, URI url, Optional<String> reference) implements Place {
    @Override
    public boolean isOnDisk() {
      return "file".equalsIgnoreCase(url.getScheme());
    }
  }
}
