package hotshoe.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.extension.ExtensionName;
import hotshoe.host.Host;
import hotshoe.host.Phase;
import hotshoe.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HotshoeTest {

  @TempDir Path folder;

  @Test
  void a_host_starts_is_asked_and_leaves_nothing_behind() {
    Set<String> before = threads();
    Path home;
    try (Hotshoe hotshoe = Hotshoe.builder().start()) {
      home = hotshoe.configuration().path("data").getParent();
      assertEquals(List.of(), hotshoe.problems());
      assertEquals(List.of(), hotshoe.slices().graph().cycles());
      assertEquals(Phase.READY, hotshoe.require(Host.class).phase());
      assertTrue(Files.isDirectory(home));
    }
    assertFalse(Files.exists(home));
    await("all threads have ended", () -> before.containsAll(threads()));
  }

  @Test
  void what_extensions_offer_is_at_hand() {
    try (Hotshoe hotshoe = Hotshoe.builder().start()) {
      assertTrue(
          hotshoe.operations().list().stream()
              .allMatch(operation -> operation.name().extension().equals(ExtensionName.HOST)));
      assertEquals(List.of(), hotshoe.tasks().list(10));
      assertEquals(List.of("default"), hotshoe.settings().environments());
      assertEquals(List.of(), hotshoe.resources().kinds());
      assertTrue(hotshoe.roles().find("pool-admin").isPresent());
      ProblemException refusal =
          assertThrows(
              ProblemException.class, () -> hotshoe.operations().call("no.such", Map.of()));
      assertTrue(refusal.getMessage().startsWith("HS-OPERATION-"), refusal.getMessage());
      assertEquals("no.such", hotshoe.audit().tail(1).get(0).action());
    }
  }

  @Test
  void two_hosts_live_in_one_process() {
    try (Hotshoe one = Hotshoe.builder().start();
        Hotshoe other = Hotshoe.builder().start()) {
      one.close();
      assertEquals(Phase.READY, other.require(Host.class).phase());
    }
  }

  @Test
  void two_hosts_do_not_share_a_home() {
    try (Hotshoe one = Hotshoe.builder().home(folder).start()) {
      assertEquals(folder.resolve("data"), one.configuration().path("data"));
      String message =
          assertThrows(ProblemException.class, () -> Hotshoe.builder().home(folder).start())
              .getMessage();
      assertTrue(message.startsWith("HS-HOST-002: "), message);
    }
  }

  @Test
  void a_given_home_is_kept_and_its_configuration_read() throws IOException {
    Files.createDirectories(folder.resolve("etc"));
    Files.writeString(folder.resolve("etc/hotshoe.yaml"), "gateway.port: 1234");
    try (Hotshoe hotshoe = Hotshoe.builder().home(folder).option("strict", true).start()) {
      assertEquals(1234, hotshoe.configuration().number("gateway.port"));
      assertTrue(hotshoe.configuration().flag("strict"));
    }
    assertTrue(Files.isDirectory(folder.resolve("data")));
  }

  @Test
  void doors_are_shut_unless_they_are_asked_for() {
    try (Hotshoe hotshoe = Hotshoe.builder().start()) {
      assertFalse(hotshoe.configuration().flag("gateway.enabled"));
      assertFalse(hotshoe.configuration().flag("shell.socket"));
    }
  }

  @Test
  void variables_count_only_when_they_are_handed_in() {
    try (Hotshoe hotshoe =
        Hotshoe.builder().environment(Map.of("HOTSHOE_GATEWAY_PORT", "5")).start()) {
      assertEquals(5, hotshoe.configuration().number("gateway.port"));
    }
  }

  @Test
  void a_bad_option_refuses_the_start_with_all_reasons() {
    Set<String> before = threads();
    ProblemException failure =
        assertThrows(
            ProblemException.class,
            () ->
                Hotshoe.builder().option("gateway.port", "x").option("gateway.prot", "1").start());
    assertEquals(2, failure.problems().size());
    assertEquals(before, threads());
  }

  @Test
  void an_archive_that_is_not_there_is_refused() {
    String message =
        assertThrows(
                ProblemException.class,
                () -> Hotshoe.builder().deploy(folder.resolve("lost.jar")).start())
            .getMessage();
    assertEquals(
        "HS-HOST-010: an archive cannot be deployed (%s): it is not there; check the path given to deploy()"
            .formatted(folder.resolve("lost.jar")),
        message);
  }

  @Test
  void the_program_offers_services_of_its_own() {
    Runnable work = () -> {};
    try (Hotshoe hotshoe = Hotshoe.builder().provide(Runnable.class, work).start()) {
      assertSame(work, hotshoe.require(Runnable.class));
    }
  }

  @Test
  void a_closed_host_says_so() {
    Hotshoe hotshoe = Hotshoe.builder().start();
    hotshoe.close();
    hotshoe.close();
    String message = assertThrows(ProblemException.class, hotshoe::slices).getMessage();
    assertTrue(message.contains("the host is closed"), message);
  }

  @Test
  void an_extension_or_the_shell_can_close_the_host() {
    Hotshoe hotshoe = Hotshoe.builder().start();
    Path home = hotshoe.configuration().path("data").getParent();
    hotshoe.require(Host.class).stop("for the test");
    await("the temporary home is gone", () -> !Files.exists(home));
  }

  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> !name.startsWith("process reaper"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + 20_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, () -> "waited in vain until " + what + ": " + threads());
      Thread.onSpinWait();
    }
  }
}
