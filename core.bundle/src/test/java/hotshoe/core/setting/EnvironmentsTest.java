package hotshoe.core.setting;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.core.fixture.LogLines;
import hotshoe.problem.ProblemException;
import hotshoe.setting.EnvironmentListener;
import hotshoe.setting.Setting;
import hotshoe.setting.SettingChange;
import hotshoe.setting.Settings;
import hotshoe.setting.Settings.Orphan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;

class EnvironmentsTest {

  private static final Setting<Long> DAYS =
      Setting.integer("retain_days")
          .between(1, 365)
          .defaulting(30L)
          .causing(Setting.Effect.RECOMPILE, Setting.Effect.RESTART);
  private static final Setting<String> NOTE = Setting.text("note");

  @TempDir Path home;
  private SettingsRig rig;
  private Settings settings;
  private ServiceRegistration<?> billing;

  @BeforeEach
  void start() throws Exception {
    rig = new SettingsRig(home);
    settings = rig.settings;
    billing = rig.offer("billing", DAYS, NOTE);
  }

  @AfterEach
  void stop() throws Exception {
    rig.close();
  }

  private static String refused(Executable call) {
    return assertThrows(ProblemException.class, call).getMessage();
  }

  /** Writes down what it hears. */
  private static class Ear implements EnvironmentListener {
    final List<String> heard = new CopyOnWriteArrayList<>();

    @Override
    public void created(String environment) {
      heard.add("created " + environment);
    }

    @Override
    public void updated(SettingChange change) {
      heard.add(
          "%s %s %s>%s %s"
              .formatted(
                  change.environment(),
                  change.setting().name(),
                  change.before().orElse("none"),
                  change.after().orElse("none"),
                  change.setting().effects().stream().sorted().toList()));
    }

    @Override
    public void cleared(String environment) {
      heard.add("cleared " + environment);
    }

    @Override
    public void deleted(String environment) {
      heard.add("deleted " + environment);
    }
  }

  @Test
  void noNameMovesTheCursorOfWhoReadsTheMessage() {
    ProblemException refused =
        assertThrows(ProblemException.class, () -> settings.create("x\u009b2Jy\u202ez"));
    String message = refused.problems().get(0).sentence();
    assertTrue(message.contains("'x?2Jy?z'"), message);
  }

  @Test
  @Proves({"INM-52", "INM-55"})
  void listenersHearEverythingInOrderWithBeforeAfterAndEffects() {
    Ear ear = new Ear();
    rig.listener(ear);
    settings.create("staging");
    settings.set("staging", DAYS, 7L);
    settings.set("staging", DAYS, 7L);
    settings.set("staging", "note", "x");
    settings.reset("staging", "retain_days");
    settings.clear("staging");
    settings.delete("staging");
    assertEquals(
        List.of(
            "created staging",
            "staging retain_days 30>7 [RECOMPILE, RESTART]",
            "staging retain_days 7>7 [RECOMPILE, RESTART]",
            "staging note none>x []",
            "staging retain_days 7>30 [RECOMPILE, RESTART]",
            "cleared staging",
            "deleted staging"),
        ear.heard);
  }

  @Test
  @Proves("INM-52")
  void whatIsRefusedIsNotTold() {
    Ear ear = new Ear();
    rig.listener(ear);
    refused(() -> settings.set("default", DAYS, 0L));
    refused(() -> settings.create("default"));
    assertEquals(List.of(), ear.heard);
  }

  @Test
  @Proves("INM-55")
  void aListenerThatThrowsOrHangsIsLoggedAndFailsNothing() {
    CountDownLatch release = new CountDownLatch(1);
    rig.listener(
        new EnvironmentListener() {
          @Override
          public void updated(SettingChange change) {
            throw new IllegalStateException("listener is ill");
          }
        });
    rig.listener(
        new EnvironmentListener() {
          @Override
          public void updated(SettingChange change) {
            awaitForever(release);
          }
        });
    Ear ear = new Ear();
    rig.listener(ear);
    try (LogLines log = LogLines.of(HostSettings.class)) {
      long begin = System.nanoTime();
      settings.set("default", DAYS, 7L);
      settings.set("default", DAYS, 8L);
      settings.set("default", DAYS, 9L);
      Duration took = Duration.ofNanos(System.nanoTime() - begin);
      assertTrue(took.compareTo(Duration.ofSeconds(5)) < 0, took.toString());
      assertEquals(3, ear.heard.size(), "the others heard all of it");
      assertEquals(3, log.containing("HS-SETTING-019"));
      assertEquals(1, log.containing("HS-SETTING-018"));
    } finally {
      release.countDown();
    }
    assertEquals(Optional.of(9L), settings.get("default", DAYS));
  }

  private static void awaitForever(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  @Proves("INM-55")
  void aListenerMayChangeSettingsItself() throws Exception {
    Ear ear = new Ear();
    rig.listener(
        new EnvironmentListener() {
          @Override
          public void updated(SettingChange change) {
            if (change.isOf(DAYS)) {
              settings.set("default", NOTE, "days are " + change.after().orElseThrow());
            }
          }
        });
    rig.listener(ear);
    settings.set("default", DAYS, 7L);
    assertEquals(Optional.of("days are 7"), settings.get("default", NOTE));
    // nobody waits for those who hear of a listener's own change
    SettingsRig.await(() -> ear.heard.size() == 2);
  }

  @Test
  @Proves("INM-51")
  void aProtectedSettingCanBeNeitherSetNorResetAndTheReasonIsNamed() {
    settings.protect("default", "written in project.yml", Map.of("retain_days", 7, "note", "x"));
    assertEquals(Optional.of(7L), settings.get("default", DAYS));
    String told =
        "HS-SETTING-009: the setting retain_days is protected (environment default): written in"
            + " project.yml; change it where that says";
    assertEquals(told, refused(() -> settings.set("default", DAYS, 8L)));
    assertEquals(told, refused(() -> settings.reset("default", "retain_days")));
    assertEquals(
        "written in project.yml", settings.get("default", "retain_days").protectedBecause());
    settings.clear("default");
    assertEquals(Optional.of(7L), settings.get("default", DAYS));
  }

  @Test
  @Proves("INM-51")
  void theNextBatchReleasesWhatItLeavesOutAndOtherReasonsStay() throws Exception {
    rig.offer("shop", Setting.text("title"));
    settings.protect("default", "by law", Map.of("title", "Shop"));
    settings.protect("default", "project file", Map.of("retain_days", 7, "note", "x"));
    settings.protect("default", "project file", Map.of("note", "y"));
    settings.set("default", DAYS, 8L);
    assertEquals("y", settings.get("default", NOTE).orElseThrow());
    refused(() -> settings.set("default", "note", "z"));
    refused(() -> settings.set("default", "title", "z"));
    assertTrue(
        refused(() -> settings.protect("default", "project file", Map.of("title", "z")))
            .contains("by law"));
    settings.protect("default", "project file", Map.of());
    settings.set("default", "note", "z");
    assertEquals(
        Optional.of(8L), settings.get("default", DAYS), "what is released keeps its value");
  }

  @Test
  @Proves({"INM-51", "INM-54"})
  void aBatchIsCheckedWholeBeforeAnyOfItIsDone() {
    ProblemException refusal =
        assertThrows(
            ProblemException.class,
            () ->
                settings.protect(
                    "default", "file", Map.of("retain_days", 0, "note", "x", "colour", "red")));
    assertEquals(2, refusal.problems().size(), refusal.getMessage());
    assertEquals(Optional.empty(), settings.get("default", NOTE));
    settings.set("default", NOTE, "free");
    refused(() -> settings.protect("default", " ", Map.of("note", "x")));
  }

  @Test
  @Proves("INM-51")
  void protectionIsThereAfterARestart() throws Exception {
    settings.protect("default", "file \"a\" = 1", Map.of("note", "x"));
    rig.close();
    rig = new SettingsRig(home);
    settings = rig.settings;
    rig.offer("billing", DAYS, NOTE);
    assertTrue(refused(() -> settings.set("default", "note", "y")).contains("file \"a\" = 1"));
  }

  @Test
  @Proves("INM-53")
  void theValueOfARemovedExtensionIsHiddenListedAsAnOrphanAndReturnsWithIt() throws Exception {
    settings.create("staging");
    settings.set("staging", DAYS, 7L);
    settings.protect("staging", "file", Map.of("note", "x"));
    billing.unregister();
    assertTrue(refused(() -> settings.get("staging", "retain_days")).contains("HS-SETTING-004"));
    assertTrue(refused(() -> settings.set("staging", "retain_days", 1)).contains("HS-SETTING-004"));
    assertTrue(refused(() -> settings.reset("staging", "retain_days")).contains("HS-SETTING-004"));
    assertEquals(1, settings.list("staging").size());
    assertEquals(
        List.of(
            new Orphan("staging", "note", "billing"),
            new Orphan("staging", "retain_days", "billing")),
        settings.orphans());
    settings.clear("staging");
    rig.close();
    rig = new SettingsRig(home);
    settings = rig.settings;
    rig.offer("other", DAYS);
    assertEquals(Optional.of(30L), settings.get("staging", DAYS), "it is not another's");
    rig.offer("billing", DAYS.typed(DAYS.type()), NOTE);
    assertEquals(Optional.of("x"), settings.get("staging", NOTE));
    assertEquals("file", settings.get("staging", "note").protectedBecause());
  }

  @Test
  @Proves("INM-53")
  void clearingAnEnvironmentLeavesTheValuesOfExtensionsThatAreNotThere() throws Exception {
    settings.set("default", DAYS, 7L);
    billing.unregister();
    settings.clear("default");
    assertEquals(List.of(new Orphan("default", "retain_days", "billing")), settings.orphans());
    billing = rig.offer("billing", DAYS, NOTE);
    assertEquals(Optional.of(7L), settings.get("default", DAYS));
    assertEquals(List.of(), settings.orphans());
    settings.clear("default");
    assertEquals(Optional.of(30L), settings.get("default", DAYS));
  }

  @Test
  @Proves("INM-53")
  void anOrphanCanBeForgottenAndWhatIsDeclaredCannot() throws Exception {
    settings.set("default", DAYS, 7L);
    Orphan orphan = new Orphan("default", "retain_days", "billing");
    assertTrue(refused(() -> settings.forget(orphan)).contains("HS-SETTING-021"));
    billing.unregister();
    settings.forget(orphan);
    assertEquals(List.of(), settings.orphans());
    assertEquals(null, rig.held("default").get("billing.retain_days"));
    assertTrue(refused(() -> settings.forget(orphan)).contains("HS-SETTING-021"));
  }

  @Test
  @Proves("INM-54")
  void aStoredValueThatNoLongerFitsGivesTheDefaultAndBreaksNothingElse() throws Exception {
    settings.create("staging");
    settings.set("default", DAYS, 300L);
    settings.set("default", NOTE, "x");
    settings.set("staging", DAYS, 5L);
    billing.unregister();
    rig.offer("billing2", Setting.text("unrelated"));
    rig.context().getBundle("rig:billing").uninstall();
    rig.offer("billing", DAYS.between(1, 100), NOTE);
    assertEquals(Optional.of(30L), settings.get("default", "retain_days").value());
    assertTrue(settings.get("default", "retain_days").problem().isPresent());
    assertTrue(settings.problems().toString().contains("HS-SETTING-016"));
    assertEquals(Optional.of("x"), settings.get("default", NOTE));
    assertEquals(Optional.of(5L), settings.get("staging", "retain_days").value());
    assertEquals(4, settings.list("default").size());
    settings.reset("default", "retain_days");
    assertEquals(List.of(), settings.problems());
  }

  @Test
  @Proves("INM-55")
  void aProtectedEnvironmentRefusesToBeClearedOrDeleted() {
    settings.create("live");
    settings.set("live", "protected_environment", "yes");
    assertTrue(refused(() -> settings.clear("live")).contains("HS-SETTING-010"));
    assertTrue(refused(() -> settings.delete("live")).contains("HS-SETTING-010"));
    settings.set("live", "protected_environment", false);
    settings.delete("live");
    assertEquals(List.of("default"), settings.environments());
  }

  @Test
  void namesOfEnvironmentsAreNoPathsAndDefaultIsAlwaysThere() {
    for (String bad :
        List.of("", "../x", "a/b", "a.b", "A", " x", "x\n", ".", "a".repeat(64), "\u00e9", "-a")) {
      assertTrue(refused(() -> settings.create(bad)).contains("HS-SETTING-006"), bad);
    }
    assertTrue(refused(() -> settings.delete("default")).contains("HS-SETTING-011"));
    assertTrue(refused(() -> settings.delete("nowhere")).contains("HS-SETTING-005"));
    assertTrue(refused(() -> settings.create("default")).contains("HS-SETTING-007"));
    settings.create("0-a_b");
    assertEquals(List.of("0-a_b", "default"), settings.environments());
  }

  @Test
  @Proves("INM-54")
  void aValidChangeMadeByAToolIsTakenOverAndTold() throws Exception {
    Ear ear = new Ear();
    rig.listener(ear);
    rig.toolWrites("default", "billing.retain_days", "12");
    SettingsRig.await(() -> settings.get("default", DAYS).equals(Optional.of(12L)));
    rig.toolWrites("default", "billing.retain_days", 13);
    SettingsRig.await(() -> settings.get("default", DAYS).equals(Optional.of(13L)));
    rig.toolWrites("default", "billing.retain_days", null);
    SettingsRig.await(() -> settings.get("default", DAYS).equals(Optional.of(30L)));
    SettingsRig.await(() -> ear.heard.size() == 3);
    assertEquals("default retain_days 30>12 [RECOMPILE, RESTART]", ear.heard.get(0));
  }

  @Test
  @Proves("INM-54")
  void anInvalidChangeMadeByAToolIsUndoneAndToldAndTheRestOfItIsTakenOver() throws Exception {
    settings.set("default", DAYS, 7L);
    rig.toolWrites("default", "billing.note", "from a tool");
    rig.toolWrites("default", "billing.retain_days", 400L);
    SettingsRig.await(() -> settings.problems().toString().contains("HS-SETTING-017"));
    assertEquals(Optional.of(7L), settings.get("default", DAYS));
    assertEquals(Optional.of("from a tool"), settings.get("default", NOTE));
    assertEquals(7L, rig.held("default").get("billing.retain_days"));
    assertTrue(settings.problems().toString().contains("400 is above"), "says why");
  }

  @Test
  @Proves({"INM-51", "INM-54"})
  void aToolChangesNothingThatIsProtected() throws Exception {
    settings.protect("default", "file", Map.of("note", "x"));
    rig.toolWrites("default", "billing.note", "y");
    rig.toolWrites("default", ".protected.billing.note", null);
    SettingsRig.await(() -> settings.problems().toString().contains("HS-SETTING-017"));
    refused(() -> settings.set("default", "note", "y"));
    assertEquals(Optional.of("x"), settings.get("default", NOTE));
    rig.toolDeletes("default");
    SettingsRig.await(() -> settings.problems().toString().contains("cannot be deleted"));
    assertEquals("x", rig.held("default").get("billing.note"));
  }

  @Test
  @Proves("INM-55")
  void environmentsThatAToolMakesAndDeletesAreTold() throws Exception {
    Ear ear = new Ear();
    rig.listener(ear);
    rig.toolWrites("tooled", "billing.retain_days", 400L);
    SettingsRig.await(() -> settings.environments().contains("tooled"));
    assertEquals(Optional.of(30L), settings.get("tooled", DAYS));
    rig.toolDeletes("tooled");
    SettingsRig.await(() -> !settings.environments().contains("tooled"));
    SettingsRig.await(() -> ear.heard.size() == 2);
    assertEquals(List.of("created tooled", "deleted tooled"), ear.heard);
  }

  @Test
  void aChangeThatIsHeardOfWhileTheHostStopsIsNoError() throws Exception {
    ServiceReference<ConfigurationAdmin> admin =
        rig.context().getServiceReference(ConfigurationAdmin.class);
    ConfigurationEvent event =
        new ConfigurationEvent(
            admin, ConfigurationEvent.CM_UPDATED, null, EnvironmentStore.pid("default"));
    admin.getBundle().stop();
    assertDoesNotThrow(() -> rig.settings.configurationEvent(event));
  }

  @Test
  void aChangeOnTopOfAToolsChangeLosesNeither() throws Exception {
    for (int i = 1; i < 50; i++) {
      rig.toolWrites("default", "billing.retain_days", (long) i);
      settings.set("default", NOTE, "n" + i);
      assertEquals(Optional.of((long) i), settings.get("default", DAYS));
    }
  }

  @Test
  void whenTheDiskRefusesNothingIsChangedAndItIsSaid() throws Exception {
    settings.set("default", DAYS, 7L);
    Path folder = rig.file("default").getParent();
    Path moved = folder.resolveSibling("moved");
    Files.move(folder, moved);
    Files.writeString(folder, "in the way");
    assertTrue(refused(() -> settings.set("default", DAYS, 8L)).contains("HS-SETTING-012"));
    assertTrue(refused(() -> settings.create("more")).contains("HS-SETTING-012"));
    assertEquals(Optional.of(7L), settings.get("default", DAYS));
    assertEquals(List.of("default"), settings.environments());
    Files.delete(folder);
    Files.move(moved, folder);
    settings.set("default", DAYS, 9L);
    assertEquals(9L, rig.held("default").get("billing.retain_days"));
    assertFalse(settings.environments().contains("more"));
  }
}
