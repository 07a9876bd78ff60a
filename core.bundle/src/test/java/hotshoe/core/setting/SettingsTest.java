package hotshoe.core.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.caller.Caller;
import hotshoe.conformance.Proves;
import hotshoe.core.fixture.LogLines;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.setting.DeclaredSetting;
import hotshoe.setting.Setting;
import hotshoe.setting.SettingProvider;
import hotshoe.setting.SettingValue;
import hotshoe.setting.Settings;
import hotshoe.type.SecretText;
import hotshoe.type.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.ServiceRegistration;

class SettingsTest {

  enum Mode {
    FAST,
    SAFE
  }

  private static final Setting<Long> DAYS =
      Setting.integer("retain_days")
          .between(1, 365)
          .defaulting(30L)
          .in("storage")
          .describedAs("How long bills are kept, in days.");
  private static final Setting<Mode> MODE = Setting.choice("mode", Mode.class);
  private static final Setting<Boolean> STRICT = Setting.bool("strict").defaulting(true);
  private static final Setting<String> NOTE = Setting.text("note");
  private static final Setting<SecretText> KEY = Setting.secret("api_key");
  private static final Setting<List<String>> TAGS = Setting.texts("tags");

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static final Setting<Map<String, Object>> LIMITS =
      (Setting) Setting.of("limits", Type.mapOf(Type.listOf(Type.integer())), Map.class);

  @TempDir Path home;
  private SettingsRig rig;
  private Settings settings;

  @BeforeEach
  void start() throws Exception {
    rig = new SettingsRig(home);
    settings = rig.settings;
    rig.offer("billing", DAYS, MODE, STRICT, NOTE, KEY, TAGS, LIMITS);
  }

  @AfterEach
  void stop() throws Exception {
    rig.close();
  }

  private static String refused(Executable call) {
    return assertThrows(ProblemException.class, call).getMessage();
  }

  private List<String> problems() {
    return settings.problems().stream().map(Problem::sentence).toList();
  }

  @Test
  @Proves({"INM-49", "INM-50"})
  void everyDeclaredSettingIsListedWithItsDefaultAndNothingIsWritten() throws Exception {
    assertEquals(
        List.of(
            "api_key",
            "limits",
            "mode",
            "note",
            "protected_environment",
            "retain_days",
            "strict",
            "tags"),
        settings.list("default").stream().map(value -> value.setting().name()).toList());
    SettingValue days = settings.get("default", "retain_days");
    assertEquals(Optional.of(30L), days.value());
    assertFalse(days.stored());
    assertEquals("billing", days.owner().value());
    assertEquals("storage", days.setting().section());
    assertEquals("How long bills are kept, in days.", days.setting().description());
    assertEquals(Optional.of(30L), settings.get("default", DAYS));
    assertFalse(Files.exists(rig.file("default")), "reading wrote a file");
  }

  @Test
  @Proves("INM-50")
  void aSettingWithoutDefaultHasNoValueUntilItIsSetAndAgainAfterItIsReset() {
    assertEquals(Optional.empty(), settings.get("default", "note").value());
    settings.set("default", "note", "hello");
    assertEquals(Optional.of("hello"), settings.get("default", NOTE));
    settings.reset("default", "note");
    assertEquals(Optional.empty(), settings.get("default", NOTE));
    settings.reset("default", "note");
    assertEquals(8, settings.list("default").size());
  }

  @Test
  @Proves("INM-50")
  void resettingGoesBackToTheDefault() throws Exception {
    settings.set("default", DAYS, 7L);
    assertEquals(7L, rig.held("default").get("billing.retain_days"));
    settings.reset("default", "retain_days");
    assertEquals(Optional.of(30L), settings.get("default", DAYS));
    assertEquals(null, rig.held("default").get("billing.retain_days"));
  }

  @Test
  @Proves({"INM-49", "INM-50", "INM-54"})
  void aValueThatDoesNotFitIsRefusedAndNothingIsStored() throws Exception {
    for (Object bad : new Object[] {400L, 2.5, "soon", true, "2.5", List.of(), 0}) {
      assertTrue(
          refused(() -> settings.set("default", "retain_days", bad)).contains("HS-SETTING-008"),
          String.valueOf(bad));
    }
    assertEquals(
        "HS-SETTING-008: the setting retain_days cannot have this value (environment default):"
            + " retain_days: 400 is above the maximum 365; nothing was changed; give a value that"
            + " fits",
        refused(() -> settings.set("default", "retain_days", 400L)));
    assertTrue(refused(() -> settings.set("default", "mode", "zzz")).contains("FAST"));
    assertFalse(
        refused(() -> settings.set("default", "api_key", List.of("hidden-word"))).contains("hidd"));
    assertFalse(Files.exists(rig.file("default")));
  }

  @Test
  @Proves("INM-49")
  void textIsConvertedAndTypedValuesComeBackTyped() {
    settings.set("default", "retain_days", "14");
    settings.set("default", "strict", "off");
    settings.set("default", MODE, Mode.SAFE);
    settings.set("default", "tags", "a, b");
    settings.set("default", "limits", Map.of("x", List.of(1, 2)));
    assertEquals(Optional.of(14L), settings.get("default", DAYS));
    assertEquals(Optional.of(false), settings.get("default", STRICT));
    assertEquals(Optional.of(Mode.SAFE), settings.get("default", MODE));
    assertEquals(Optional.of(List.of("a", "b")), settings.get("default", TAGS));
    assertEquals(Optional.of(Map.of("x", List.of(1L, 2L))), settings.get("default", LIMITS));
    settings.set("default", "limits", "{\"y\":[9007199254740993]}");
    assertEquals(
        Optional.of(Map.of("y", List.of(9007199254740993L))), settings.get("default", LIMITS));
  }

  @Test
  @Proves("INM-50")
  void whatIsStoredIsThereAfterARestart() throws Exception {
    settings.create("staging");
    settings.set("staging", "note", "line 1\nline 2 \u00e9 \ud83d\ude00 \"x\" \\ =");
    settings.set("staging", "tags", List.of("a,b", ""));
    settings.set("staging", "limits", Map.of("x.y", List.of(Long.MAX_VALUE)));
    rig.close();
    rig = new SettingsRig(home);
    settings = rig.settings;
    rig.offer("billing", DAYS, NOTE, TAGS, LIMITS);
    assertEquals(List.of("default", "staging"), settings.environments());
    assertEquals(
        Optional.of("line 1\nline 2 \u00e9 \ud83d\ude00 \"x\" \\ ="),
        settings.get("staging", NOTE));
    assertEquals(Optional.of(List.of("a,b", "")), settings.get("staging", TAGS));
    assertEquals(
        Optional.of(Map.of("x.y", List.of(Long.MAX_VALUE))), settings.get("staging", LIMITS));
    assertEquals(Optional.empty(), settings.get("default", NOTE));
  }

  @Test
  @Proves("INM-50")
  void anUnknownSettingOrEnvironmentIsRefusedWithTheNearestOne() {
    assertTrue(
        refused(() -> settings.get("default", "retain_day")).contains("did you mean retain_days?"));
    assertTrue(refused(() -> settings.list("defualt")).contains("did you mean default?"));
    assertTrue(refused(() -> settings.set("nowhere", "note", "x")).contains("HS-SETTING-005"));
    assertTrue(refused(() -> settings.reset("default", "../x")).contains("HS-SETTING-004"));
    assertEquals("x", set("billing.note", "x"));
    assertEquals("y", set("NOTE", "y"));
    assertTrue(refused(() -> settings.get("default", "shop.note")).contains("HS-SETTING-004"));
  }

  private Object set(String name, Object value) {
    settings.set("default", name, value);
    return settings.get("default", NOTE).orElseThrow();
  }

  @Test
  @Proves("INM-49")
  void aNameThatAnotherExtensionHasIsRefusedNamingBothAndMovesUpWhenTheFirstGoes()
      throws Exception {
    ServiceRegistration<?> first = rig.offer("shop", Setting.integer("limit").defaulting(1L));
    try (LogLines log = LogLines.of(HostSettings.class)) {
      rig.offer("store", Setting.integer("Limit").defaulting(2L));
      String told =
          "HS-SETTING-001: the setting Limit of store is refused as a duplicate (extension store):"
              + " shop declared a setting of that name before; rename one, or remove shop and this"
              + " one takes its place";
      assertEquals(List.of(told), problems());
      assertEquals(1, log.containing(told));
    }
    assertEquals(Optional.of(1L), settings.get("default", "limit").value());
    first.unregister();
    assertEquals(Optional.of(2L), settings.get("default", "limit").value());
    assertEquals(List.of(), problems());
  }

  @Test
  @Proves("INM-49")
  void whatDoesNotFitTogetherIsRefusedWhenItIsDeclaredAndHurtsNothingElse() throws Exception {
    rig.offer(
        "odd",
        Setting.of("number", Type.integer(), String.class),
        DAYS.defaulting(400L),
        Setting.of("nothing", Type.nothing(), Object.class),
        Setting.text("../etc/passwd"),
        Setting.of("mixed", Type.choice("FAST", "SLOW"), Mode.class),
        Setting.text("fine").defaulting("yes"));
    assertEquals(5, problems().size(), problems().toString());
    assertTrue(problems().stream().allMatch(it -> it.contains("HS-SETTING-002")));
    assertTrue(problems().get(0).contains("its values are Long, and not String"));
    assertTrue(problems().get(0).contains(SettingsTest.class.getPackageName()), "names the class");
    assertTrue(problems().get(1).contains("400 is above the maximum 365"));
    assertEquals(Optional.of("yes"), settings.get("default", "fine").value());
  }

  @Test
  @Proves("INM-49")
  void aProviderThatThrowsOrReturnsNothingIsToldAndOthersGoOn() throws Exception {
    rig.offer(
        "bad",
        (SettingProvider)
            () -> {
              throw new IllegalStateException("no database");
            });
    rig.offer("worse", (SettingProvider) () -> null);
    assertEquals(2, problems().stream().filter(it -> it.contains("HS-SETTING-003")).count());
    assertTrue(problems().toString().contains("no database"), problems().toString());
    assertEquals(8, settings.list("default").size());
  }

  @Test
  @Proves({"INM-49", "INM-54"})
  void aProvidersOwnCheckIsAskedBeforeAnythingIsStoredAndIsBounded() throws Exception {
    Setting<String> colour = Setting.text("colour");
    rig.offer(
        "paint",
        new SettingProvider() {
          @Override
          public List<Setting<?>> settings() {
            return List.of(colour);
          }

          @Override
          public void validate(Setting<?> setting, Object value) {
            if (value.equals("hang")) {
              hang();
            } else if (value.equals("crash")) {
              throw new IllegalStateException("secret detail");
            } else if (!value.equals("red")) {
              throw new IllegalArgumentException("only red is in stock");
            }
          }
        });
    assertTrue(refused(() -> settings.set("default", "colour", "blue")).contains("only red is in"));
    assertTrue(refused(() -> settings.set("default", "colour", "hang")).contains("not come back"));
    assertFalse(refused(() -> settings.set("default", "colour", "crash")).contains("secret"));
    settings.set("default", "colour", "red");
    assertEquals(Optional.of("red"), settings.get("default", colour));
  }

  @Test
  void aCheckThatQuotesASecretDoesNotTellIt() throws Exception {
    Setting<SecretText> word = Setting.secret("word");
    rig.offer(
        "bank",
        new SettingProvider() {
          @Override
          public List<Setting<?>> settings() {
            return List.of(word);
          }

          @Override
          public void validate(Setting<?> setting, Object value) {
            String text = ((SecretText) value).reveal();
            throw new IllegalArgumentException("'" + text + "' is too easy");
          }
        });
    String told = refused(() -> settings.set("default", "word", "hunter2"));
    assertTrue(told.contains("'********' is too easy"), told);
    assertFalse(told.contains("hunter2"), told);
  }

  private static void hang() {
    try {
      Thread.sleep(60_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aConstantOfAnotherTypeThanDeclaredIsRefused() {
    assertTrue(
        refused(() -> settings.get("default", Setting.integer("note"))).contains("HS-SETTING-022"));
  }

  @Test
  void hugeAndHostileValuesAreRefusedOrKeptButNeverBreakTheEnvironment() {
    settings.set("default", "note", "x".repeat(10_000_000));
    assertEquals(10_000_000, settings.get("default", NOTE).orElseThrow().length());
    assertTrue(
        refused(() -> settings.set("default", "note", "a\ud800b")).contains("HS-SETTING-008"));
    String deep = "[".repeat(100_000);
    assertTrue(refused(() -> settings.set("default", "limits", deep)).contains("HS-SETTING-008"));
    Map<String, Object> cycle = new java.util.HashMap<>();
    cycle.put("x", List.of(cycle));
    assertTrue(refused(() -> settings.set("default", "limits", cycle)).contains("HS-SETTING-008"));
    assertEquals(8, settings.list("default").size());
  }

  @Test
  void callersReadAndChangeAsTheirRolesAllowAndChangesAreAudited() {
    Settings reader = settings.as(new Caller("ann", Set.of("read-only"), "shell"));
    Settings operator = settings.as(new Caller("bob", Set.of("pool-operator"), "http"));
    Settings nobody = settings.as(new Caller("eve", Set.of(), "http"));
    settings.set("default", KEY, SecretText.of("s3cr3t"));
    assertEquals("s3cr3t", settings.get("default", KEY).orElseThrow().reveal());
    assertEquals("********", reader.get("default", KEY).orElseThrow().reveal());
    SettingValue seen = reader.get("default", "api_key");
    assertEquals("********", ((SecretText) seen.value().orElseThrow()).reveal());
    assertEquals(Optional.of("********"), settings.get("default", "api_key").shown());
    rig.noted.clear();
    operator.set("default", "note", "hi");
    refused(() -> operator.set("default", "retain_days", 0L));
    refused(() -> reader.set("default", "note", "no"));
    refused(() -> nobody.list("default"));
    assertEquals(
        List.of(
            "bob http setting.set default/note allowed ok ",
            "bob http setting.set default/retain_days allowed failed HS-SETTING-008",
            "ann shell setting.set default/note denied  HS-CALLER-001",
            "eve http setting.list default denied  HS-CALLER-001"),
        rig.noted.stream()
            .map(
                it ->
                    String.join(
                        " ",
                        it.caller(),
                        it.door(),
                        it.action(),
                        it.subject(),
                        it.decision(),
                        it.outcome(),
                        it.detail()))
            .toList());
    assertEquals(Optional.of("hi"), settings.get("default", NOTE));
  }

  @Test
  void declarationsSayWhoseTheyAre() {
    assertEquals(
        Set.of("billing", "hotshoe"),
        Set.copyOf(
            settings.declared().stream()
                .map(DeclaredSetting::owner)
                .map(String::valueOf)
                .toList()));
  }
}
