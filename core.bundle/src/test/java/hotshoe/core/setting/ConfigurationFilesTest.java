package hotshoe.core.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.core.fixture.LogLines;
import hotshoe.setting.Setting;
import hotshoe.setting.Settings;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFilesTest {

  private static final Setting<String> NOTE = Setting.text("note");
  private static final Setting<Long> COUNT = Setting.integer("count").defaulting(0L);

  @TempDir Path home;

  @Test
  @Proves("INM-54")
  void aCorruptFileIsSetAsideWithAMessageAndTheRestGoesOn() throws Exception {
    try (SettingsRig rig = new SettingsRig(home)) {
      rig.offer("billing", NOTE);
      rig.settings.create("staging");
      rig.settings.set("default", NOTE, "a");
      rig.settings.set("staging", NOTE, "b");
    }
    Path file = home.resolve("settings/hotshoe.setting.default.config");
    byte[] whole = Files.readAllBytes(file);
    for (byte[] bad :
        List.of(
            new byte[0],
            new byte[whole.length],
            "note=\"".getBytes(StandardCharsets.UTF_8),
            new byte[] {(byte) 0xff, (byte) 0xfe, 0},
            Files.readAllBytes(home.resolve("settings/hotshoe.setting.staging.config")))) {
      Files.write(file, bad);
      try (LogLines log = LogLines.of(HostSettings.class);
          SettingsRig rig = new SettingsRig(home)) {
        rig.offer("billing", NOTE);
        assertEquals(1, log.containing("HS-SETTING-014"), log.lines().toString());
        assertTrue(rig.settings.problems().toString().contains("HS-SETTING-014"));
        assertEquals(Optional.empty(), rig.settings.get("default", NOTE));
        assertEquals(Optional.of("b"), rig.settings.get("staging", NOTE));
        assertFalse(Files.exists(file));
      }
    }
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertEquals(
          5, files.filter(it -> it.toString().contains(".unreadable-")).count(), "all are kept");
    }
  }

  @Test
  void onlyTheHostsUserCanReadTheFiles() throws Exception {
    try (SettingsRig rig = new SettingsRig(home)) {
      rig.settings.create("staging");
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(rig.file("staging"))));
    }
  }

  @Test
  void anIdentifierIsNeverAPath() {
    assertEquals("%002e.%002fx.config", name("../x"));
    assertEquals("a%005cb%0000.config", name("a\\b\u0000"));
    assertEquals("a.b-c_d~e.config", name("a.b-c_d~e"));
    assertTrue(name("x".repeat(5000)).length() < 255);
    assertFalse(name("x".repeat(5000)).equals(name("x".repeat(5001))));
  }

  private static String name(String pid) {
    return ConfigurationFiles.fileName(pid);
  }

  @Test
  void whatIsStoredIsReadBackAndDeleted() throws Exception {
    ConfigurationFiles files = new ConfigurationFiles(home.resolve("deep/in"));
    assertFalse(files.getDictionaries().hasMoreElements());
    Dictionary<String, Object> stored = new Hashtable<>();
    stored.put("service.pid", "any.one");
    stored.put("many", new Long[] {1L, 2L});
    files.store("any.one", stored);
    assertTrue(files.exists("any.one"));
    assertTrue(files.getDictionaries().hasMoreElements());
    assertEquals(2, ((Long[]) files.load("any.one").get("many")).length);
    files.delete("any.one");
    files.delete("any.one");
    assertFalse(files.exists("any.one"));
  }

  /** Counts up in two settings that must never differ, until it is killed. */
  public static final class Counter {
    private Counter() {}

    public static void main(String[] arguments) throws Exception {
      try {
        count(arguments);
      } finally {
        Runtime.getRuntime().halt(1); // a failure must not leave a process that says nothing
      }
    }

    private static void count(String[] arguments) throws Exception {
      SettingsRig rig = new SettingsRig(Path.of(arguments[0]));
      rig.offer("billing", NOTE, COUNT);
      Settings settings = rig.settings;
      for (long i = settings.get("default", COUNT).orElseThrow() + 1; ; i++) {
        settings.protect("default", "test", java.util.Map.of("count", i, "note", "n" + i));
        System.out.println("did " + i);
      }
    }
  }

  @Test
  @Proves("INM-54")
  void aKillAtAnyMomentLeavesTheOldValuesOrTheNewOnesAndNothingAcknowledgedIsLost()
      throws Exception {
    for (int round = 0; round < 5; round++) {
      long acknowledged = runAndKill(20 + round * 13);
      try (SettingsRig rig = new SettingsRig(home)) {
        rig.offer("billing", NOTE, COUNT);
        long count = rig.settings.get("default", COUNT).orElseThrow();
        assertEquals(Optional.of("n" + count), rig.settings.get("default", NOTE));
        assertTrue(
            count == acknowledged || count == acknowledged + 1, count + " after " + acknowledged);
        assertEquals(List.of(), rig.settings.problems());
      }
    }
  }

  private long runAndKill(int changes) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Counter.class.getName(), home.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    long last = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      int seen = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("did ")) {
          last = Long.parseLong(line.substring(4));
          if (++seen == changes) {
            process.toHandle().destroyForcibly(); // a process would close its stream
          }
        }
      }
    }
    process.waitFor();
    assertTrue(last > 0, "it did something");
    return last;
  }
}
