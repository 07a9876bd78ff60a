package hotshoe.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.caller.Caller;
import hotshoe.conformance.Proves;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.ExtensionState;
import hotshoe.extension.InstallListener;
import hotshoe.extension.InstallRequest;
import hotshoe.extension.Installer;
import hotshoe.extension.Outcome;
import hotshoe.operation.CallRequest;
import hotshoe.problem.Problem;
import hotshoe.resource.Resource;
import hotshoe.runtime.Hotshoe;
import hotshoe.task.TaskOutcome;
import hotshoe.task.TaskOutcome.Refused;
import hotshoe.task.TaskOutcome.Succeeded;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Extensions of CloudStack that are made by hand, in an assembled host. */
class CloudStackByHandTest {

  private static final ExtensionName NAME = new ExtensionName("my_ext_");
  private static final Resource MACHINE = Resource.of("VirtualMachine", "vm-1", "web");

  @TempDir Path home;
  private Hotshoe hotshoe;

  @BeforeEach
  void start() {
    hotshoe = Hotshoe.builder().home(home.resolve("one")).start();
    hotshoe.resources().put(MACHINE);
  }

  @AfterEach
  void stop() {
    hotshoe.close();
  }

  @Test
  void aProgramAndActionsBecomeAnExtensionThatIsExportedAndImportedAgain() throws IOException {
    Path program = Files.writeString(home.resolve("p.py"), "#!/bin/sh\necho \"did $1\"\n");
    Map<?, ?> registered =
        done(
            "cloudstack-register",
            Map.of("name", "My Ext!", "path", "" + program, "details", Map.of("a b", "\"x\"\n")));
    assertEquals("my_ext_", registered.get("id"));
    assertEquals("1.0.0", registered.get("version"));
    assertEquals(Optional.of(Map.of("a b", "\"x\"\n")), registered.get("details"));
    Map<String, Object> action =
        Map.of(
            "extension",
            "My Ext!",
            "name",
            "Say it",
            "enabled",
            true,
            "allowedroletypes",
            List.of("User"),
            "parameters",
            List.of(Map.of("name", "word", "type", "STRING", "valueoptions", "yes,no")));
    assertEquals("my_ext_.Say it", done("cloudstack-add-action", action).get("id"));
    assertEquals("1.0.1", hotshoe.extensions().find(NAME).orElseThrow().version().toString());
    assertEquals("did Say it", said(hotshoe));
    byte[] archive = exported(hotshoe);
    try (Hotshoe another = Hotshoe.builder().home(home.resolve("two")).start()) {
      another.resources().put(MACHINE);
      Outcome outcome =
          another
              .require(Installer.class)
              .install(
                  InstallRequest.of("my.zip"),
                  new ByteArrayInputStream(archive),
                  InstallListener.NONE);
      assertInstanceOf(Outcome.Installed.class, outcome, outcome::toString);
      assertEquals("did Say it", said(another));
      assertArrayEquals(archive, exported(another));
    }
    assertEquals(
        "1.0.2",
        done("cloudstack-remove-action", Map.of("extension", "my_ext_", "name", "Say it"))
            .get("version"));
    assertTrue(hotshoe.operations().find("my_ext_.Say it").isEmpty());
  }

  @Test
  @Proves("CS-2")
  void aSecondExtensionOfTheSameNameIsRefusedAndNothingIsChanged() throws IOException {
    done("cloudstack-register", Map.of("name", "My Ext!"));
    byte[] before = exported(hotshoe);
    assertTrue(words("cloudstack-register", Map.of("name", "my ext?")).contains("CLOUDSTACK-008"));
    assertArrayEquals(before, exported(hotshoe));
  }

  @Test
  void withoutAProgramItHasAScaffoldThatRuns() {
    done("cloudstack-register", Map.of("name", "My Ext!"));
    assertEquals(ExtensionState.ACTIVE, hotshoe.extensions().find(NAME).orElseThrow().state());
    TaskOutcome outcome =
        hotshoe.operations().call(CallRequest.of("my_ext_.start", Map.of()).on(MACHINE.ref()));
    assertInstanceOf(Succeeded.class, outcome, outcome::toString);
  }

  @Test
  void whatCannotBeIsRefusedAndTheExtensionStaysAsItIs() throws IOException {
    done("cloudstack-register", Map.of("name", "My Ext!"));
    byte[] before = exported(hotshoe);
    String add = "cloudstack-add-action";
    assertTrue(words(add, Map.of("extension", "my_ext_", "name", "stop")).contains("MANIFEST-014"));
    assertTrue(words(add, Map.of("extension", "none", "name", "x")).contains("CLOUDSTACK-030"));
    assertTrue(
        words("cloudstack-remove-action", Map.of("extension", "my_ext_", "name", "x"))
            .contains("CLOUDSTACK-010"));
    assertTrue(
        words("cloudstack-register", Map.of("name", "x", "path", "" + home.resolve("none")))
            .contains("CLOUDSTACK-011"));
    assertTrue(words("cloudstack-register", Map.of("name", "_")).contains("CLOUDSTACK-013"));
    assertArrayEquals(before, exported(hotshoe));
  }

  @Test
  void onlyTheHighestRoleMayDoIt() {
    Caller operator = new Caller("olga", Set.of("pool-operator"), "http");
    assertInstanceOf(
        Refused.class,
        hotshoe
            .operations()
            .call(CallRequest.of("cloudstack-register", Map.of("name", "x")).by(operator)));
  }

  private static String said(Hotshoe host) {
    TaskOutcome outcome =
        host.operations()
            .call(
                CallRequest.of("my_ext_.Say it", Map.of("word", "yes"))
                    .by(new Caller("ulla", Set.of("user"), "http"))
                    .on(MACHINE.ref()));
    Succeeded said = assertInstanceOf(Succeeded.class, outcome, outcome::toString);
    return (String) ((Map<?, ?>) said.result()).get("details");
  }

  private static byte[] exported(Hotshoe host) throws IOException {
    try (InputStream bytes = host.require(Installer.class).export(NAME).orElseThrow().bytes()) {
      return bytes.readAllBytes();
    }
  }

  private Map<?, ?> done(String operation, Map<String, ?> arguments) {
    return (Map<?, ?>) hotshoe.operations().call(operation, arguments);
  }

  private String words(String operation, Map<String, ?> arguments) {
    return hotshoe.operations().call(CallRequest.of(operation, arguments)).problems().stream()
        .map(Problem::sentence)
        .toList()
        .toString();
  }
}
