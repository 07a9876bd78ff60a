package hotshoe.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WorkersTest {

  @Test
  void aRequestThatTakesTooLongIsInterrupted() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);
    try (Workers workers = new Workers(Duration.ofMillis(50))) {
      workers.execute(
          () -> {
            try {
              new CountDownLatch(1).await();
            } catch (InterruptedException e) {
              interrupted.countDown();
            }
          });
      assertTrue(interrupted.await(10, TimeUnit.SECONDS));
    }
  }

  @Test
  void tooManyAtOnceAreTurnedAway() {
    CountDownLatch release = new CountDownLatch(1);
    try (Workers workers = new Workers(Duration.ofMinutes(1))) {
      Runnable waiting =
          () -> {
            try {
              release.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          };
      for (int i = 0; i < 16 + 64; i++) {
        workers.execute(waiting);
      }
      assertThrows(RejectedExecutionException.class, () -> workers.execute(waiting));
      release.countDown();
    }
  }

  @Test
  void whoSendsTooSlowlyIsCutOffAndTheDoorStaysOpen() throws Exception {
    Pages pages = new Pages(new StandIns.FixedHost(), () -> StandIns.status(null));
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    Door door = Door.open(any, pages, Duration.ofMillis(300));
    try (Socket slow = new Socket(any.getAddress(), door.address().getPort())) {
      slow.setSoTimeout(20_000);
      slow.getOutputStream().write("GET /health/live HTT".getBytes(StandardCharsets.US_ASCII));
      slow.getOutputStream().flush();
      assertEquals(-1, slow.getInputStream().read(), "closed by the door");
      assertEquals("HTTP/1.1 200 OK", statusLine(door));
    } finally {
      door.close();
    }
  }

  @Test
  void aCrowdOfSlowSendersDoesNotCloseTheDoorForGood() throws Exception {
    Pages pages = new Pages(new StandIns.FixedHost(), () -> StandIns.status(null));
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    Door door = Door.open(any, pages, Duration.ofMillis(500));
    Socket[] crowd = new Socket[120];
    try {
      for (int i = 0; i < crowd.length; i++) {
        crowd[i] = new Socket(any.getAddress(), door.address().getPort());
        crowd[i].getOutputStream().write("GET /heal".getBytes(StandardCharsets.US_ASCII));
        crowd[i].getOutputStream().flush();
      }
      Thread.sleep(5 * 600); // sixteen at a time, the queue of sixty-four in four turns
      assertEquals("HTTP/1.1 200 OK", statusLine(door));
    } finally {
      for (Socket each : crowd) {
        each.close();
      }
      door.close();
    }
  }

  private static String statusLine(Door door) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.address().getPort())) {
      socket.setSoTimeout(20_000);
      String request = "GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().findFirst().orElse("");
    }
  }
}
