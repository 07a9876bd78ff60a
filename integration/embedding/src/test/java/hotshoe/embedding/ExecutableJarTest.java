package hotshoe.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutableJarTest {

  private static final Path JAR = Path.of("target/parts/hotshoe.runtime-executable.jar");
  private static final Path HELLO = Path.of("target/parts/hotshoe.example.hello.jar");

  @TempDir Path home;

  @Test
  @Proves("INM-25")
  void one_jar_is_a_whole_host() throws IOException, InterruptedException {
    Files.createDirectories(home.resolve("deploy"));
    Files.copy(HELLO, home.resolve("deploy/hello.jar"));
    try (JavaProcess host = run("-o", "gateway.port=0")) {
      host.awaitOutput("is ready in");
      assertTrue(host.output().contains("hello 1.0.0 is active (deploy/hello.jar"), host.output());
      host.signal("USR1");
      host.awaitOutput("--- end of diagnosis");
      assertTrue(host.output().contains("slice hello.greeter ACTIVE"), host.output());
      assertTrue(host.output().contains("\"main\" "), host.output());
      host.signal("TERM");
      assertEquals(0, host.awaitEnd(), host.output());
    }
  }

  @Test
  void it_starts_again_where_it_ended() throws IOException, InterruptedException {
    for (int round = 0; round < 2; round++) {
      try (JavaProcess host = run("-o", "gateway.port=0")) {
        host.awaitOutput("is ready in");
        host.signal("TERM"); // INT is ignored by what a shell has put into the background
        assertEquals(0, host.awaitEnd(), host.output());
      }
    }
  }

  @Test
  @Proves("INM-34")
  void asking_for_versions_leaves_no_trace() throws IOException, InterruptedException {
    Files.createDirectories(home.resolve("deploy"));
    Files.copy(HELLO, home.resolve("deploy/hello.jar"));
    try (JavaProcess host = run("version")) {
      assertEquals(0, host.awaitEnd(), host.output());
      assertTrue(host.output().contains("hello 1.0.0"), host.output());
      assertFalse(Files.exists(home.resolve("data")));
    }
  }

  @Test
  void the_configuration_is_shown_to_programs_as_json() throws IOException, InterruptedException {
    try (JavaProcess host = run("config", "--json", "-o", "gateway.host=a\"b")) {
      assertEquals(0, host.awaitEnd(), host.output());
      String shown = host.output();
      assertTrue(
          shown.contains("{\"key\":\"gateway.host\",\"value\":\"a\\\"b\",\"origin\":\"program\"}"),
          shown);
      assertTrue(
          shown.contains("{\"key\":\"gateway.port\",\"value\":7700,\"origin\":\"default\"}"),
          shown);
    }
  }

  private JavaProcess run(String... words) throws IOException {
    String[] all = new String[words.length + 4];
    all[0] = "-jar";
    all[1] = JAR.toAbsolutePath().toString();
    System.arraycopy(words, 0, all, 2, words.length);
    all[words.length + 2] = "--home";
    all[words.length + 3] = home.toString();
    return JavaProcess.start(home, all);
  }
}
