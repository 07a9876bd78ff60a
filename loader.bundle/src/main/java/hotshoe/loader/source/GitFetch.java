package hotshoe.loader.source;

import hotshoe.loader.form.JarOutput;
import hotshoe.loader.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.EmptyProgressMonitor;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ProgressMonitor;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.util.SystemReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches one commit of a repository without its history, and writes its files as an archive,
 * straight from what git keeps: nothing is checked out, so neither hooks nor filters run, and
 * submodules stay out.
 */
final class GitFetch implements Callable<String> {

  private static final Logger log = LoggerFactory.getLogger(GitFetch.class);
  private static final int EXECUTABLE = 0100755;
  private static final int PLAIN = 0100644;
  private static final int LINK = 0120777;

  /** Seconds in which nothing may come. */
  private static final int SILENCE = 30;

  /** Whoever lives for a second needs no cleaning; it would go on after the end. */
  private static final String NO_CLEARING_UP =
      "[core]\n\tbare = true\n[gc]\n\tauto = 0\n\tautoDetach = false\n";

  private static final List<RefSpec> EVERYTHING =
      List.of(
          new RefSpec("+refs/heads/*:refs/remotes/all/*"), new RefSpec("+refs/tags/*:refs/tags/*"));

  private static final String HERE = "refs/hotshoe/fetched";

  private final Place.InRepository place;
  private final GitConnections connections;
  private final long largest;
  private final Store store;
  private final Path folder;
  private final Path target;

  /**
   * For one fetching.
   *
   * @param store where git puts what it fetches, for the time being
   * @param target the archive
   */
  GitFetch(
      Place.InRepository place,
      GitConnections connections,
      long largest,
      Store store,
      Path target) {
    this.place = place;
    this.connections = connections;
    this.largest = largest;
    this.store = store;
    this.folder = store.fetching();
    this.target = target;
  }

  /** Answers the commit. */
  @Override
  public String call() throws IOException {
    SystemReader.setInstance(new GitSurroundings());
    try {
      String commit = archived();
      if (connections.isEnded()) {
        throw new IOException("it was ended");
      }
      return commit;
    } catch (IOException | RuntimeException failure) {
      store.discard(target);
      throw failure;
    } finally {
      store.discard(folder);
    }
  }

  private String archived() throws IOException {
    try (Repository repository = empty();
        RevWalk walk = new RevWalk(repository)) {
      RevCommit commit = walk.parseCommit(fetched(repository));
      write(repository, commit);
      return commit.name();
    }
  }

  /** Made by hand, because git would run programs to learn what the disk can do. */
  private Repository empty() throws IOException {
    Files.createDirectories(folder.resolve("objects"));
    Files.createDirectories(folder.resolve("refs"));
    Files.writeString(folder.resolve("HEAD"), "ref: refs/heads/none\n");
    Files.writeString(folder.resolve("config"), NO_CLEARING_UP);
    return new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
  }

  private ObjectId fetched(Repository repository) throws IOException {
    try (Transport transport = transport(repository)) {
      Set<String> known = known(transport);
      String reference = place.reference().orElse("HEAD");
      Optional<String> name = References.fullName(reference, known);
      if (name.isPresent()) {
        fetch(transport, name.get());
        return repository.exactRef(HERE).getObjectId();
      }
      if (!References.isCommit(reference)) {
        throw new Unfetched(
            known.isEmpty()
                ? SourceProblems.noRepository(place.origin())
                : SourceProblems.unknownReference(place, known));
      }
      return commit(transport, repository, ObjectId.fromString(reference));
    }
  }

  private Set<String> known(Transport transport) throws IOException {
    try (FetchConnection connection = transport.openFetch()) {
      return Set.copyOf(connection.getRefsMap().keySet());
    }
  }

  private void fetch(Transport transport, String name) throws IOException {
    transport.setDepth(1);
    transport.fetch(monitor(), List.of(new RefSpec("+" + name + ":" + HERE)));
  }

  /** A server that gives no commit by its name is asked for everything in which it may be. */
  private ObjectId commit(Transport transport, Repository repository, ObjectId commit)
      throws IOException {
    try {
      fetch(transport, commit.name());
    } catch (TransportException refused) {
      if (connections.isEnded()) {
        throw refused;
      }
      log.debug("{} gives no commit by its name", place.origin(), refused);
    }
    if (!repository.getObjectDatabase().has(commit)) {
      transport.setDepth((Integer) null); // null: all of its history
      transport.fetch(monitor(), EVERYTHING);
    }
    if (!repository.getObjectDatabase().has(commit)) {
      throw new Unfetched(SourceProblems.unknownReference(place, Set.of()));
    }
    return commit;
  }

  private Transport transport(Repository repository) throws IOException {
    URI url = place.url();
    Transport transport = Transport.open(repository, uri(Urls.bare(url)));
    transport.setTagOpt(TagOpt.NO_TAGS);
    transport.setTimeout(SILENCE);
    Urls.user(url).map(GitFetch::credentials).ifPresent(transport::setCredentialsProvider);
    if (transport instanceof TransportHttp http) {
      http.setHttpConnectionFactory(connections);
    }
    return transport;
  }

  private URIish uri(URI url) throws Unfetched {
    try {
      return new URIish(url.toString());
    } catch (URISyntaxException malformed) {
      throw new Unfetched(SourceProblems.noUrl(place.origin(), malformed.getReason()));
    }
  }

  private static UsernamePasswordCredentialsProvider credentials(String user) {
    int colon = user.indexOf(':');
    return colon < 0
        ? new UsernamePasswordCredentialsProvider(user, "")
        : new UsernamePasswordCredentialsProvider(
            user.substring(0, colon), user.substring(colon + 1));
  }

  private ProgressMonitor monitor() {
    return new EmptyProgressMonitor() {
      @Override
      public boolean isCancelled() {
        return connections.isEnded();
      }
    };
  }

  private void write(Repository repository, RevCommit commit) throws IOException {
    long size = 0;
    try (TreeWalk walk = new TreeWalk(repository);
        JarOutput zip = new JarOutput(target)) {
      walk.addTree(commit.getTree());
      walk.setRecursive(true);
      while (walk.next()) {
        if (connections.isEnded()) {
          throw new IOException("it was ended");
        }
        if (walk.getFileMode(0).getObjectType() == Constants.OBJ_BLOB) {
          ObjectLoader file = repository.open(walk.getObjectId(0));
          size += file.getSize();
          if (size > largest) {
            throw new Unfetched(SourceProblems.tooLarge(place.origin(), largest));
          }
          add(walk, file, zip);
        }
      }
      zip.finish();
    }
  }

  private static void add(TreeWalk walk, ObjectLoader file, JarOutput zip) throws IOException {
    FileMode mode = walk.getFileMode(0);
    int rights =
        FileMode.SYMLINK.equals(mode)
            ? LINK
            : FileMode.EXECUTABLE_FILE.equals(mode) ? EXECUTABLE : PLAIN;
    try (InputStream bytes = file.openStream()) {
      zip.add(walk.getPathString(), rights, bytes);
    }
  }
}
