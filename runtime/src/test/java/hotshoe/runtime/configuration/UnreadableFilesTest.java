package hotshoe.runtime.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class UnreadableFilesTest {

  @TempDir Path home;
  private Path main;

  @BeforeEach
  void makeFolder() throws IOException {
    main = Files.createDirectories(home.resolve("etc")).resolve("hotshoe.yaml");
  }

  @Test
  void bytes_that_are_not_utf_8_are_refused() throws IOException {
    Files.write(main, new byte[] {'a', ':', ' ', (byte) 0xff, (byte) 0xfe});
    assertRefused("it is not encoded as UTF-8");
  }

  @Test
  void a_file_larger_than_any_configuration_is_refused_unread() throws IOException {
    Files.write(main, new byte[2 << 20]);
    assertRefused("it is larger than 1048576 bytes");
  }

  @Test
  void a_folder_in_the_place_of_a_file_is_refused() throws IOException {
    Files.createDirectory(main);
    assertRefused("it is a folder");
  }

  @Test
  @Timeout(20)
  void a_pipe_that_nobody_writes_to_is_refused() throws Exception {
    int made = new ProcessBuilder("mkfifo", main.toString()).start().waitFor();
    assumeTrue(made == 0, "this system has no pipes with names");
    assertRefused("it is no regular file");
  }

  @Test
  void a_byte_order_mark_does_no_harm() throws IOException {
    Files.writeString(main, "\uFEFFgateway.port: 1");
    var reading = read();
    assertEquals(List.of(), reading.problems());
    assertEquals(1, reading.configuration().number("gateway.port"));
  }

  private void assertRefused(String why) {
    var reading = read();
    assertTrue(reading.isRefused());
    assertEquals(
        List.of(
            "HS-CONFIG-002: a configuration file cannot be read (etc/hotshoe.yaml): "
                + why
                + "; make it readable or remove it"),
        reading.problems().stream().map(Object::toString).toList());
  }

  private ConfigurationReader.Reading read() {
    return new ConfigurationReader()
        .read(new ConfigurationSources(home, Optional.empty(), List.of(), Map.of(), Map.of()));
  }
}
