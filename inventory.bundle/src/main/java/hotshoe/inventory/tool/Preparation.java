package hotshoe.inventory.tool;

import hotshoe.inventory.InventoryRequest;
import hotshoe.inventory.InventoryRequest.Failures;
import hotshoe.inventory.model.Merging;
import hotshoe.inventory.source.DataFiles;
import hotshoe.inventory.source.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A command line in its environment: what to read, and by which settings. */
final class Preparation {

  private final Arguments arguments;
  private final Path folder;
  private final InventoryRequest bare;
  private final Settings settings;

  Preparation(Arguments arguments, Map<String, String> environment, Path folder) throws Refusal {
    this.arguments = arguments;
    this.folder = folder;
    this.bare =
        bare(arguments, withPassword(arguments, environment), folder)
            .withOptions(options(arguments.all(Switch.OPTION)));
    this.settings = new Settings(bare);
  }

  private static Map<String, String> withPassword(
      Arguments arguments, Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    arguments
        .last(Switch.PASSWORD)
        .map(file -> file.substring(file.indexOf('@') + 1)) // label@file
        .ifPresent(file -> all.put("ANSIBLE_VAULT_PASSWORD_FILE", file));
    return all;
  }

  private static Map<String, String> options(List<String> given) throws Refusal {
    Map<String, String> options = new HashMap<>();
    for (String pair : given) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw new Refusal(ToolProblems.noPair(pair), Refusal.BAD_OPTIONS);
      }
      options.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return options;
  }

  private static InventoryRequest bare(
      Arguments arguments, Map<String, String> environment, Path folder) {
    InventoryRequest request =
        InventoryRequest.of(folder, arguments.all(Switch.SOURCE).toArray(String[]::new))
            .withEnvironment(environment)
            .withFailures(
                arguments.has(Switch.WHOLE) ? Failures.LEAVE_NOTHING : Failures.LEAVE_TRACES);
    Optional<Path> playbook = arguments.last(Switch.PLAYBOOK).map(folder::resolve);
    return playbook.map(request::withPlaybookFolder).orElse(request);
  }

  /** What to read. */
  InventoryRequest request() throws Refusal {
    List<String> extra = arguments.all(Switch.EXTRA);
    if (extra.isEmpty()) {
      return bare;
    }
    DataFiles files = new DataFiles(settings, problem -> {});
    Merging merging = settings.merging();
    ExtraVariables reader =
        new ExtraVariables(
            name -> files.read(folder.resolve(name)),
            (below, above) -> {
              Map<Object, Object> both = new LinkedHashMap<>(below);
              merging.lay(both, above);
              return both;
            });
    return bare.withExtraVariables(reader.of(extra));
  }

  Settings settings() {
    return settings;
  }

  Path folder() {
    return folder;
  }

  /** The file that gets the answer, if it is not to be seen at once. */
  Optional<Path> output() {
    return arguments.last(Switch.OUTPUT).map(folder::resolve);
  }
}
