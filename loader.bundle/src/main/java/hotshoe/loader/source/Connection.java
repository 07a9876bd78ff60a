package hotshoe.loader.source;

import hotshoe.loader.content.ContentProblems;
import hotshoe.loader.store.StoreProblems;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** What broke a connection, in words. */
final class Connection {

  private Connection() {}

  static String words(IOException failure) {
    if (failure instanceof HttpConnectTimeoutException) {
      return "it does not accept the connection in time";
    }
    if (failure instanceof ConnectException) {
      return isCausedBy(failure, UnresolvedAddressException.class)
          ? "nobody knows its address"
          : "it does not accept connections";
    }
    if (failure instanceof SSLException) {
      return "no encrypted connection comes about: "
          + ContentProblems.shown(StoreProblems.words(failure));
    }
    return isCausedBy(failure, EOFException.class)
        ? "the connection was cut"
        : "the connection was cut: " + ContentProblems.shown(StoreProblems.words(failure));
  }

  private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> kind) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(kind::isInstance);
  }
}
