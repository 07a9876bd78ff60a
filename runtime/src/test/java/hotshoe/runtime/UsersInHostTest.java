package hotshoe.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.type.SecretText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users in a whole host, with just what its bundles carry. */
class UsersInHostTest {

  private static final Pattern SHOWN = Pattern.compile("    password  (\\S+)");

  @TempDir Path folder;

  @Test
  void passwords_are_hashed_with_what_the_bundle_carries_and_nothing_of_it_is_loaded_before()
      throws Exception {
    String printed = run("hash");
    assertTrue(printed.contains("before: 0 classes"), printed);
    assertTrue(Pattern.compile("after: [1-9]\\d* classes, let in: true").matcher(printed).find());
  }

  @Test
  void the_first_administrator_is_shown_once_in_two_starts_and_in_no_file() throws Exception {
    String first = run("administrator");
    var shown = SHOWN.matcher(first);
    assertTrue(shown.find(), first);
    String password = shown.group(1);
    assertFalse(shown.find(), first);
    String second = run("administrator");
    assertFalse(SHOWN.matcher(second).find(), second);
    try (var files = Files.walk(folder.resolve("home"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertFalse(text(file).contains(password), file::toString);
      }
    }
    try (Hotshoe host = Hotshoe.builder().home(folder.resolve("home")).start()) {
      assertTrue(host.users().authenticate("admin", SecretText.of(password), "java").isPresent());
    }
  }

  @Test
  void nobody_is_made_in_an_embedded_host_by_itself() {
    try (Hotshoe host = Hotshoe.builder().home(folder.resolve("home")).start()) {
      assertEquals(List.of(), host.users().list());
    }
    assertFalse(Files.exists(folder.resolve("home/data/users.json")));
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }

  private String run(String what) throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xlog:class+load:file=" + folder.resolve("classes"),
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName(),
                what,
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it did not end");
    return Files.readString(output);
  }

  /** A program of its own, for what is loaded can only be seen from outside. */
  static final class Program {
    private Program() {}

    public static void main(String[] words) throws IOException {
      Path folder = Path.of(words[1]);
      boolean administrator = words[0].equals("administrator");
      try (Hotshoe host =
          Hotshoe.builder()
              .home(folder.resolve("home"))
              .option("log.file", "host.log")
              .option("users.first-administrator", administrator)
              .start()) {
        if (!administrator) {
          hash(host, folder.resolve("classes"));
        }
      }
    }

    private static void hash(Hotshoe host, Path classes) throws IOException {
      SecretText password = SecretText.of("correct horse");
      host.users().list();
      System.out.println("before: " + count(classes) + " classes");
      host.users().add("ada", password, Set.of("pool-admin"));
      boolean isLetIn = host.users().authenticate("ada", password, "java").isPresent();
      System.out.println("after: " + count(classes) + " classes, let in: " + isLetIn);
    }

    private static long count(Path classes) throws IOException {
      return Files.readAllLines(classes).stream()
          .filter(line -> line.contains("org.bouncycastle"))
          .count();
    }
  }
}
