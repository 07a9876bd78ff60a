package hotshoe.shell.session;

import hotshoe.caller.Caller;
import hotshoe.configuration.Configuration;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets other terminals of the same machine and the same user in, through a socket. */
@Component(
    service = {},
    immediate = true)
public class SocketDoor {

  private static final Logger LOG = LoggerFactory.getLogger(SocketDoor.class);
  private static final int MOST_SESSIONS = 16;
  private static final int SECONDS_TO_GREET = 10;

  private final Sessions sessions;
  private final SocketPlace place;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private final AtomicLong counter = new AtomicLong();
  private final ScheduledExecutorService impatience =
      Executors.newSingleThreadScheduledExecutor(SocketDoor::impatient);
  private volatile ServerSocketChannel server;
  private volatile boolean closed;

  /** Begins to listen, in a thread of its own so that nobody waits for it. */
  @Activate
  public SocketDoor(@Reference Sessions sessions, @Reference Configuration configuration) {
    this.sessions = sessions;
    this.place = new SocketPlace(configuration.path("data"));
    if (configuration.flag("shell.socket")) {
      Thread listener = new Thread(this::listen, "shell socket");
      listener.setDaemon(true);
      listener.start();
    }
  }

  private static Thread impatient(Runnable work) {
    Thread thread = new Thread(work, "shell socket watch");
    thread.setDaemon(true);
    return thread;
  }

  private void listen() {
    try {
      ServerSocketChannel open = open();
      while (!closed) {
        welcome(open.accept());
      }
    } catch (AsynchronousCloseException e) {
      LOG.debug("the shell's socket is closed");
    } catch (IOException | UnsupportedOperationException e) {
      if (!closed) {
        LOG.warn(
            "HS-SHELL-010: the shell cannot be reached from other terminals: {}", e.toString());
      }
    }
  }

  private ServerSocketChannel open() throws IOException {
    Path path = place.prepare();
    ServerSocketChannel opened = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server = opened;
    opened.bind(UnixDomainSocketAddress.of(path));
    PrivateFolder.protect(path);
    LOG.debug("the shell listens at {}", path);
    if (closed) {
      opened.close();
      throw new ClosedChannelException();
    }
    return opened;
  }

  private void welcome(SocketChannel client) {
    String name = "shell session " + counter.incrementAndGet();
    Connection connection = new Connection(client, Peer.caller(client), sessions, name);
    Thread thread = new Thread(() -> serve(connection, client), name);
    thread.setDaemon(true);
    thread.start();
  }

  private void serve(Connection connection, SocketChannel client) {
    if (!Peer.isTrusted(client)) {
      connection.refuse("HS-SHELL-011: this host belongs to another user");
      return;
    }
    connections.add(connection);
    try {
      if (closed || connections.size() > MOST_SESSIONS) {
        connection.refuse("HS-SHELL-012: " + MOST_SESSIONS + " sessions are open already");
        return;
      }
      impatience.schedule(() -> dismiss(connection), SECONDS_TO_GREET, TimeUnit.SECONDS);
      connection.serve();
    } finally {
      connections.remove(connection);
    }
  }

  private static void dismiss(Connection connection) {
    if (!connection.isGreeted()) {
      connection.close();
    }
  }

  /** Ends every session and takes the socket away. */
  @Deactivate
  public void close() {
    closed = true;
    impatience.shutdownNow();
    try {
      if (server != null) {
        server.close();
      }
      connections.forEach(Connection::farewell);
      connections.stream().parallel().forEach(Connection::closeSoon);
      place.clear();
    } catch (IOException e) {
      LOG.debug("the shell's socket could not be cleared away: {}", e.toString());
    }
  }

  /** Who is at the other end. */
  private static final class Peer {

    private static final String ROOT = "root";

    /** Whoever has come this far may do everything; the name is for the audit. */
    static Caller caller(SocketChannel client) {
      String name = System.getProperty("user.name", "unknown");
      try {
        name = client.getOption(jdk.net.ExtendedSocketOptions.SO_PEERCRED).user().getName();
      } catch (UnsupportedOperationException | IOException e) {
        LOG.debug("the system does not say who is at the other end: {}", e.toString());
      }
      return new Caller(name, Set.of("pool-admin"), "shell");
    }

    /** Whether it is the user whom the host belongs to, or root. */
    static boolean isTrusted(SocketChannel client) {
      try {
        String peer = client.getOption(jdk.net.ExtendedSocketOptions.SO_PEERCRED).user().getName();
        Path path = ((UnixDomainSocketAddress) client.getLocalAddress()).getPath();
        return peer.equals(ROOT) || peer.equals(Files.getOwner(path).getName());
      } catch (UnsupportedOperationException e) {
        return true;
      } catch (IOException e) {
        return false;
      }
    }
  }
}
