package hotshoe.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.configuration.Configuration;
import hotshoe.conformance.Proves;
import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.ExtensionState;
import hotshoe.extension.Extensions;
import hotshoe.operation.Operations;
import hotshoe.runtime.Hotshoe;
import hotshoe.setting.Settings;
import hotshoe.slice.SliceName;
import hotshoe.slice.SliceState;
import hotshoe.slice.Slices;
import hotshoe.status.Status;
import hotshoe.status.StatusLevel;
import hotshoe.task.Tasks;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HotshoeExtensionTest {

  @RegisterExtension
  static final HotshoeExtension HOTSHOE =
      HotshoeExtension.deploying(Path.of("target/examples/hotshoe.example.hello.jar"))
          .option("extensions.hello.greeting", "Good morning")
          .with(builder -> builder.option("strict", true));

  @Test
  @Proves("INM-01")
  void an_extension_is_found_where_it_was_put(Extensions extensions) {
    Extension hello = extensions.find(new ExtensionName("hello")).orElseThrow();
    assertEquals(ExtensionState.ACTIVE, hello.state());
    assertEquals("deploy/hotshoe.example.hello.jar", hello.origin());
  }

  @Test
  void its_slice_is_up(Slices slices) {
    assertEquals(
        SliceState.ACTIVE, slices.find(new SliceName("hello.greeter")).orElseThrow().state());
  }

  @Test
  void all_is_well(Status status, Hotshoe hotshoe) {
    assertEquals(StatusLevel.OK, status.status().overall());
    assertEquals(List.of(), hotshoe.problems());
  }

  @Test
  void what_extensions_offer_can_be_asked_for(
      Operations operations, Settings settings, Tasks tasks) {
    assertTrue(
        operations.list().stream()
            .allMatch(operation -> operation.name().extension().equals(ExtensionName.HOST)),
        "without extensions there is nothing but what the host itself offers");
    assertEquals(List.of("default"), settings.environments());
    assertEquals(List.of(), tasks.list(10));
  }

  @Test
  void its_options_are_read(Configuration configuration, Hotshoe hotshoe) {
    assertSame(hotshoe.configuration(), configuration);
    assertEquals(
        "Good morning", configuration.valuesFor(new ExtensionName("hello")).get(0).value());
  }
}
