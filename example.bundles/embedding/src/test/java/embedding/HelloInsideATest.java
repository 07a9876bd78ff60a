package embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hotshoe.junit.HotshoeExtension;
import hotshoe.slice.SliceName;
import hotshoe.slice.SliceReport;
import hotshoe.slice.SliceState;
import hotshoe.slice.Slices;
import hotshoe.status.Status;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How an author tests an extension in a real host, which starts once for the class. */
class HelloInsideATest {
  private static final SliceName GREETER = new SliceName("hello.greeter");

  @RegisterExtension
  static final HotshoeExtension HOTSHOE =
      HotshoeExtension.deploying(Path.of("target/archives/hello.jar"))
          .option("extensions.hello.greeting", "Good morning");

  @Test
  void theSliceIsUp(Slices slices) {
    SliceReport greeter = slices.find(GREETER).orElseThrow();
    assertEquals(SliceState.ACTIVE, greeter.state());
  }

  @Test
  void itReportsHowOftenItHasGreeted(Status status) {
    assertEquals(0L, status.status().reports().get(GREETER).details().get("greetings"));
  }
}
