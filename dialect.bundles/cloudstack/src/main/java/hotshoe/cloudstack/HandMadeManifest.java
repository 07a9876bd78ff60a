package hotshoe.cloudstack;

import hotshoe.archive.SemanticVersions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Version;

/** Writes and changes the manifests of extensions that are registered by hand. */
final class HandMadeManifest {

  private HandMadeManifest() {}

  /** A first manifest, for a program of this name. */
  static Map<String, Object> first(Given wanted, String program) {
    String name = wanted.text("name");
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("apiVersion", ManifestType.API_VERSION);
    manifest.put("kind", ManifestType.KIND);
    manifest.put(
        "metadata",
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
    if (wanted.flag("requiresPrepareVm")) {
      spec.put("orchestrator", ordered("requiresPrepareVm", true));
    }
    spec.put("details", wanted.texts("details"));
    manifest.put("spec", spec);
    manifest.put("enabled", true);
    manifest.put("customActions", List.of());
    return manifest;
  }

  /** The same manifest in the next version, with these actions. */
  static Map<String, Object> next(Map<String, Object> manifest, List<Object> actions) {
    Map<String, Object> metadata = new LinkedHashMap<>((Map<String, ?>) map(manifest, "metadata"));
    Version version = SemanticVersions.parse((String) metadata.get("version"));
    metadata.put(
        "version", version.getMajor() + "." + version.getMinor() + "." + (version.getMicro() + 1));
    Map<String, Object> next = new LinkedHashMap<>(manifest);
    next.put("metadata", metadata);
    next.put("customActions", actions);
    return next;
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
