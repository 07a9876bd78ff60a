package hotshoe.loader.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnection;

/**
 * The connections of one fetching: each to a host that is allowed, all together within the limit,
 * and all of them can be ended at once.
 */
final class GitConnections implements HttpConnectionFactory {

  private final Hosts hosts;
  private final String origin;
  private final long limit;
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicBoolean ended = new AtomicBoolean();

  GitConnections(Hosts hosts, String origin, long limit) {
    this.hosts = hosts;
    this.origin = origin;
    this.limit = limit;
  }

  /** So many bytes have come. */
  long bytes() {
    return bytes.get();
  }

  /** Nothing more comes; whoever reads fails. */
  void end() {
    ended.set(true);
  }

  boolean isEnded() {
    return ended.get();
  }

  @Override
  public HttpConnection create(URL url) throws IOException {
    hosts.check(URI.create(url.toString()), origin);
    return new Counted(url);
  }

  @Override
  public HttpConnection create(URL url, Proxy proxy) throws IOException {
    hosts.check(URI.create(url.toString()), origin);
    return new Counted(url, proxy);
  }

  /** Counts what it reads. */
  private final class Counted extends JDKHttpConnection {

    Counted(URL url) throws IOException {
      super(url);
    }

    Counted(URL url, Proxy proxy) throws IOException {
      super(url, proxy);
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return new Counting(super.getInputStream());
    }
  }

  private final class Counting extends FilterInputStream {

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      return count(super.read(), 1);
    }

    @Override
    public int read(byte[] block, int from, int length) throws IOException {
      int count = super.read(block, from, length);
      return count(count, count);
    }

    private int count(int answer, int read) throws IOException {
      if (ended.get()) {
        throw new IOException("it was ended");
      }
      if (answer >= 0 && bytes.addAndGet(read) > limit) {
        throw new Unfetched(SourceProblems.tooLarge(origin, limit));
      }
      return answer;
    }
  }
}
