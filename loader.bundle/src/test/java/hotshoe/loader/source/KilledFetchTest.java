package hotshoe.loader.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it fetches leaves nothing after the next start. */
class KilledFetchTest {

  private static final String GIT_GREETING =
      "001e# service=git-upload-pack\n0000"
          + "000eversion 2\n0013ls-refs=unborn\n0012fetch=shallow\n0000";

  @TempDir Path folder;

  @Test
  @Proves("CS-43")
  void whileAFileComesFromTheWeb() throws Exception {
    try (RawServer server =
        new RawServer(
            (request, out) -> {
              RawServer.say(out, "HTTP/1.1 200 OK", "Content-Length: 99999999");
              drip(out);
            })) {
      killWhileFetching(server, server.url("/x.zip"));
    }
  }

  @Test
  @Proves("CS-43")
  void whileGitIsSpoken() throws Exception {
    try (RawServer server =
        new RawServer(
            (request, out) -> {
              if (request.startsWith("GET")) {
                RawServer.say(
                    out,
                    "HTTP/1.1 200 OK",
                    "Content-Type: application/x-git-upload-pack-advertisement",
                    "Content-Length: " + GIT_GREETING.length());
                out.write(GIT_GREETING.getBytes(StandardCharsets.US_ASCII));
              }
              Thread.sleep(20_000);
            })) {
      killWhileFetching(server, "git+" + server.url("/r.git"));
    }
  }

  private static void drip(OutputStream out) throws Exception {
    while (true) {
      out.write(new byte[10_000]);
      out.flush();
      Thread.sleep(10);
    }
  }

  private void killWhileFetching(RawServer server, String source) throws Exception {
    FetchingStore fetching = new FetchingStore(folder);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                FetchingProcess.class.getName(),
                folder.resolve("data").toString(),
                source)
            .inheritIO()
            .start();
    try {
      for (int i = 0; i < 600 && fetching.left().isEmpty(); i++) {
        Thread.sleep(50);
      }
      while (server.requests().isEmpty()) {
        Thread.sleep(20);
      }
      Thread.sleep(200);
    } finally {
      process.destroyForcibly();
      assertTrue(process.waitFor(20, TimeUnit.SECONDS));
    }
    assertFalse(fetching.left().isEmpty(), "it was in the middle of it");
    assertTrue(
        fetching.left().stream().allMatch(path -> path.getFileName().toString().startsWith(".")));
    assertEquals(List.of(), new FetchingStore(folder).left());
    assertTrue(Files.isDirectory(folder.resolve("data/archives")));
  }
}
