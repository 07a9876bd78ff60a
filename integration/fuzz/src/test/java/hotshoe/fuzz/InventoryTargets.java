package hotshoe.fuzz;

import hotshoe.inventory.Inventories.Read;
import hotshoe.inventory.Inventories.Reading;
import hotshoe.inventory.Inventory;
import hotshoe.inventory.InventoryBuilder;
import hotshoe.inventory.InventoryPlugin;
import hotshoe.inventory.InventoryRequest;
import hotshoe.inventory.InventorySource;
import hotshoe.inventory.PluginContext;
import hotshoe.inventory.PluginOption;
import hotshoe.inventory.constructed.ConstructedPlugin;
import hotshoe.inventory.constructed.GeneratorPlugin;
import hotshoe.inventory.expression.Failure;
import hotshoe.inventory.expression.Templates;
import hotshoe.inventory.form.ListForm;
import hotshoe.inventory.form.Shown;
import hotshoe.inventory.format.AdvancedHostListPlugin;
import hotshoe.inventory.format.IniPlugin;
import hotshoe.inventory.format.ScriptPlugin;
import hotshoe.inventory.format.ScriptRunner.Answer;
import hotshoe.inventory.format.TomlPlugin;
import hotshoe.inventory.format.YamlPlugin;
import hotshoe.inventory.pattern.Selector;
import hotshoe.inventory.pattern.Selector.Mismatch;
import hotshoe.inventory.source.InventoryReader;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/** Everything that reads sources of inventories; see {@link Targets}. */
final class InventoryTargets {

  private static final Path FOLDER = Path.of("").toAbsolutePath();

  private InventoryTargets() {}

  /** Reads one source with one plugin, and prints what it says. */
  private static void read(InventoryPlugin plugin, String... sources) throws IOException {
    InventoryRequest request =
        InventoryRequest.of(FOLDER, sources)
            .withEnvironment(Map.of("ANSIBLE_INVENTORY_ENABLED", plugin.name() + ",ini"));
    Reading reading =
        new InventoryReader(List.of(new Watched(plugin), new Watched(new IniPlugin())))
            .read(request);
    reading.problems().forEach(Problem::sentence);
    if (reading instanceof Read read) {
      print(read.inventory());
    }
  }

  /** A plugin whose own mishaps are not told as those of a source, but found. */
  private record Watched(InventoryPlugin plugin) implements InventoryPlugin {
    @Override
    public String name() {
      return plugin.name();
    }

    @Override
    public List<PluginOption> options() {
      return plugin.options();
    }

    @Override
    public boolean verify(InventorySource source, PluginContext context) throws IOException {
      return plugin.verify(source, context);
    }

    @Override
    public void parse(InventoryBuilder inventory, InventorySource source, PluginContext context)
        throws IOException {
      try {
        plugin.parse(inventory, source, context);
      } catch (ProblemException told) {
        throw told;
      } catch (RuntimeException | StackOverflowError mishap) {
        throw new AssertionError(plugin.name() + " broke off", mishap);
      }
    }
  }

  private static void print(Inventory inventory) throws IOException {
    try {
      new ListForm(new Shown(inventory, Shown.Variables.MERGED))
          .write(OutputStream.nullOutputStream());
    } catch (ProblemException unprintable) {
      // a value that JSON cannot hold is told
      unprintable.problems().forEach(Problem::sentence);
    }
  }

  private static void file(InventoryPlugin plugin, String name, byte[] bytes) throws IOException {
    Files.write(FOLDER.resolve(name), bytes);
    read(plugin, name);
  }

  /** INI. */
  public static final class Ini {
    private Ini() {}

    /** For the fuzzer. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
      file(new IniPlugin(), "hosts", bytes);
    }
  }

  /** YAML. */
  public static final class InventoryYaml {
    private InventoryYaml() {}

    /** For the fuzzer. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
      file(new YamlPlugin(), "hosts.yml", bytes);
    }
  }

  /** JSON. */
  public static final class Json {
    private Json() {}

    /** For the fuzzer. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
      file(new YamlPlugin(), "hosts.json", bytes);
    }
  }

  /** TOML. */
  public static final class Toml {
    private Toml() {}

    /** For the fuzzer. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
      file(new TomlPlugin(), "hosts.toml", bytes);
    }
  }

  /** What scripts answer. */
  public static final class Script {
    private Script() {}

    /** For the fuzzer. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
      Path script = FOLDER.resolve("script");
      if (!Files.exists(script)) {
        Files.writeString(script, "#!/bin/sh\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
      }
      read(ScriptPlugin.with((command, context) -> new Answer(0, bytes, "")), "script");
    }
  }

  /** Lists of hosts with ranges and ports. */
  public static final class Ranges {
    private Ranges() {}

    /** For the fuzzer. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
      read(new AdvancedHostListPlugin(), new String(bytes, StandardCharsets.UTF_8) + ",");
    }
  }

  /** Sources of constructed and generator. */
  public static final class Constructed {
    private Constructed() {}

    /** For the fuzzer. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
      Files.writeString(FOLDER.resolve("seed"), "web1 os=Debian n=3 l=['a','b']\n[g]\ndb1\n");
      Files.write(FOLDER.resolve("zc.yml"), bytes);
      read(new ConstructedPlugin(), "seed", "zc.yml");
      read(new GeneratorPlugin(), "zc.yml");
    }
  }

  /** Expressions and templates. */
  public static final class Expressions {
    private static final Map<Object, Object> VARIABLES =
        Map.of("n", 5L, "s", "Debian 12", "l", List.of(3L, 1L, "x"), "d", Map.of("a", 1L));

    private Expressions() {}

    /** For the fuzzer. */
    public static void fuzzerTestOneInput(byte[] bytes) {
      String text = new String(bytes, StandardCharsets.UTF_8);
      attempt(text, false);
      attempt("{{" + text + "}}", false);
      attempt("{{" + text + "}}", true);
    }

    private static void attempt(String template, boolean isNative) {
      try {
        new Templates(isNative).template(template, VARIABLES);
      } catch (Failure told) {
        if (told.getMessage().isEmpty()) {
          throw new IllegalStateException("nothing is told", told);
        }
      }
    }
  }

  /** Patterns and limits. */
  public static final class Patterns {
    private static final Inventory INVENTORY = some();

    private Patterns() {}

    private static Inventory some() {
      try {
        Files.writeString(FOLDER.resolve("some"), "[web]\nw[1:20]\n[db]\nd[a:f].example\n");
      } catch (IOException failure) {
        throw new java.io.UncheckedIOException(failure);
      }
      InventoryRequest request = InventoryRequest.of(FOLDER, "some");
      return ((Read)
              new InventoryReader(List.of(new IniPlugin()))
                  .read(request.withEnvironment(Map.of("ANSIBLE_INVENTORY_ENABLED", "ini"))))
          .inventory();
    }

    /** For the fuzzer. */
    public static void fuzzerTestOneInput(byte[] bytes) {
      try {
        String pattern = new String(bytes, StandardCharsets.UTF_8);
        new Selector(INVENTORY, Mismatch.WARNING, text -> text.indexOf(':') < 0).select(pattern);
      } catch (ProblemException told) {
        told.problems().forEach(Problem::sentence);
      }
    }
  }
}
