package hotshoe.cloudstack.registry;

import hotshoe.archive.SemanticVersions;
import hotshoe.cloudstack.Given;
import hotshoe.cloudstack.ManifestType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Version;

/** Writes and changes the manifests of extensions that are registered by hand. */
final class HandMadeManifest {

  private static final String SPEC = "spec";
  private static final String METADATA = "metadata";
  private static final String RESERVED = "reservedresourcedetails";

  private HandMadeManifest() {}

  /** A first manifest, for a program of this name. */
  static Map<String, Object> first(Given wanted, String program) {
    String name = wanted.text("name");
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("apiVersion", ManifestType.API_VERSION);
    manifest.put("kind", ManifestType.KIND);
    manifest.put(
        METADATA,
        ordered(
            "name",
            name,
            "displayName",
            name,
            "description",
            wanted.text("description"),
            "version",
            "1.0.0",
            "maintainer",
            "registered by hand"));
    Map<String, Object> spec =
        ordered(
            "type", wanted.text("type"),
            "compatibility", ordered("cloudstack", ordered("minVersion", "4.21.0")),
            "entrypoint", ordered("path", program));
    spec.put("details", wanted.texts("details"));
    manifest.put(SPEC, spec);
    manifest.put("enabled", wanted.text("state").equals(Registered.ENABLED));
    manifest.put("customActions", List.of());
    return withHidden(manifest, wanted);
  }

  /** The same in the next version. */
  static Map<String, Object> next(Map<String, Object> manifest) {
    Version version = SemanticVersions.parse((String) map(manifest, METADATA).get("version"));
    String next = version.getMajor() + "." + version.getMinor() + "." + (version.getMicro() + 1);
    return with(manifest, METADATA, "version", next);
  }

  /** The same with these actions. */
  static Map<String, Object> withActions(Map<String, Object> manifest, List<Object> actions) {
    Map<String, Object> changed = new LinkedHashMap<>(manifest);
    changed.put("customActions", actions);
    return changed;
  }

  /** The same with what was given to change it; details replace all before (row CS-12). */
  static Map<String, Object> updated(Map<String, Object> manifest, Given wanted) {
    Map<String, Object> updated = withHidden(manifest, wanted);
    if (wanted.find("description").isPresent()) {
      updated = with(updated, METADATA, "description", wanted.text("description"));
    }
    if (wanted.flag("cleanupdetails")) {
      return with(updated, SPEC, "details", Map.of());
    }
    return wanted.find("details").isPresent()
        ? with(updated, SPEC, "details", wanted.texts("details"))
        : updated;
  }

  /** What is never shown changes only where it is given (row CS-13). */
  private static Map<String, Object> withHidden(Map<String, Object> manifest, Given wanted) {
    Map<String, Object> changed = manifest;
    if (wanted.find("requiresPrepareVm").isPresent()) {
      Map<String, Object> options = ordered("requiresPrepareVm", wanted.flag("requiresPrepareVm"));
      changed = with(changed, SPEC, "orchestrator", options);
    }
    String reserved = wanted.text(RESERVED);
    if (wanted.find(RESERVED).isPresent()) {
      changed = reserved.isBlank() ? without(changed) : with(changed, SPEC, RESERVED, reserved);
    }
    return changed;
  }

  private static Map<String, Object> without(Map<String, Object> manifest) {
    Map<String, Object> spec = new LinkedHashMap<>(map(manifest, SPEC));
    spec.remove(RESERVED);
    Map<String, Object> changed = new LinkedHashMap<>(manifest);
    changed.put(SPEC, spec);
    return changed;
  }

  private static Map<String, Object> with(
      Map<String, Object> manifest, String part, String key, Object value) {
    Map<String, Object> changedPart = new LinkedHashMap<>(map(manifest, part));
    changedPart.put(key, value);
    Map<String, Object> changed = new LinkedHashMap<>(manifest);
    changed.put(part, changedPart);
    return changed;
  }

  /** Its actions, to be changed. */
  static List<Object> actions(Map<String, Object> manifest) {
    return new ArrayList<>((List<?>) manifest.get("customActions"));
  }

  /** Whether an action has this name. */
  static boolean isNamed(Object action, String name) {
    return name.equals(((Map<?, ?>) action).get("name"));
  }

  @SuppressWarnings("unchecked") // what YamlText wrote
  private static Map<String, Object> map(Map<String, Object> manifest, String key) {
    return (Map<String, Object>) manifest.get(key);
  }

  private static Map<String, Object> ordered(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
