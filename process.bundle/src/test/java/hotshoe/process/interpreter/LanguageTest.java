package hotshoe.process.interpreter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;

class LanguageTest {

  @Test
  void versionsAreFoundInWhatInterpretersSay() {
    assertEquals(Optional.of(new Version(3, 11, 7)), Language.version("3.11.7\n"));
    assertEquals(
        Optional.of(new Version(5, 2, 15)),
        Language.version("GNU bash, version 5.2.15(1)-release (x86_64-pc-linux-gnu)\nCopyright"));
    assertEquals(Optional.of(new Version(20, 1, 0)), Language.version("v20.1"));
    assertEquals(Optional.empty(), Language.version("usage: nothing"));
  }
}
