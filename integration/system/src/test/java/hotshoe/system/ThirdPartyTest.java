package hotshoe.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bundles from Maven Central that know nothing of Hotshoe. */
@ExtendWith(Homes.class)
class ThirdPartyTest {
  @ParameterizedTest(name = "order {0}")
  @ValueSource(longs = {1, 22, 333})
  void droppedInAnyOrderTheyAllEndUpActive(long order, Home home) throws Exception {
    int port = freePort();
    home.environment("JAVA_TOOL_OPTIONS", "-Dorg.osgi.service.http.port=" + port);
    HotshoeProcess host = home.start();
    List<Path> jars = new ArrayList<>(thirdParty());
    Collections.shuffle(jars, new Random(order));
    jars.forEach(home::drop);
    for (Path jar : jars) {
      host.awaitLine(Pattern.quote(identity(jar)) + " is active");
    }
    assertEquals(401, statusOf("http://127.0.0.1:" + port + "/system/console/bundles"));
    assertEquals(0, host.stop());
  }

  @Test
  void deployedBeforeTheStartTheyAreAllActiveWhenTheHostIsReady(Home home) throws Exception {
    home.environment("JAVA_TOOL_OPTIONS", "-Dorg.osgi.service.http.port=" + freePort());
    for (Path jar : thirdParty()) {
      home.drop(jar);
    }
    HotshoeProcess host = home.start();
    for (Path jar : thirdParty()) {
      String line = Pattern.quote(identity(jar)) + " is active";
      assertEquals(1, host.lines(line).size(), () -> line + " is missing\n" + host);
    }
    assertEquals(1, host.lines("INFO +host +Hotshoe .* is ready").size(), "Pax has taken the log");
  }

  @Test
  void oneWhoseNeedIsMissingWaitsAndSaysForWhatUntilItComes(Home home) throws IOException {
    HotshoeProcess host = home.start();
    home.drop(jar("commons-fileupload"));
    host.awaitLine("commons-fileupload 1.6.0 waits.*");
    String told =
        String.join(
            "\n", home.run("shell", "ext:info", "org.apache.commons.commons-fileupload").output());
    assertTrue(told.contains("WAITING"), told);
    assertTrue(told.contains("javax.servlet") || told.contains("org.apache.commons.io"), told);
    home.drop(jar("commons-io"));
    home.drop(jar("org.apache.felix.http.servlet-api"));
    host.awaitLine("commons-fileupload 1.6.0 is active");
  }

  private static List<Path> thirdParty() throws IOException {
    try (Stream<Path> files = Files.list(Build.folder().resolve("third-party"))) {
      return files.sorted().toList();
    }
  }

  private static Path jar(String artifact) {
    return Build.folder().resolve("third-party").resolve(artifact + ".jar");
  }

  /** The name and version under which the host must know a bundle that does not know it. */
  private static String identity(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      var headers = file.getManifest().getMainAttributes();
      String name = headers.getValue("Bundle-SymbolicName").replaceAll(";.*", "");
      return name + " " + headers.getValue("Bundle-Version");
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static int statusOf(String address) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
