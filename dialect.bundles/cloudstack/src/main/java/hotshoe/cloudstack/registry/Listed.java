package hotshoe.cloudstack.registry;

import hotshoe.archive.SemanticVersions;
import hotshoe.cloudstack.mapping.Mapping;
import hotshoe.resource.Resource;
import hotshoe.resource.Resources;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Extensions and mappings as they are answered. */
final class Listed {

  private Listed() {}

  /** An extension, without details and resources. */
  static Map<String, Object> of(Registered registered, boolean isReady) {
    Map<String, Object> listed = new LinkedHashMap<>();
    listed.put("id", registered.name().value());
    listed.put("name", registered.writtenName());
    listed.put("version", SemanticVersions.text(registered.extension().version()));
    listed.put("description", registered.manifest().description());
    listed.put("type", registered.manifest().type());
    listed.put("state", registered.state());
    listed.put("path", registered.path());
    listed.put("pathready", isReady);
    listed.put("isuserdefined", registered.isUserDefined());
    listed.put("orchestratorrequirespreparevm", registered.manifest().requiresPrepare());
    listed.put("created", moment(registered.extension().installed()));
    return listed;
  }

  /** A mapping, without what must not be shown. */
  static Map<String, Object> of(Mapping mapping, Resources resources) {
    Map<String, Object> listed = new LinkedHashMap<>();
    listed.put("extension", mapping.extension().value());
    listed.put("resource", mapping.resource());
    listed.put(
        "name",
        resources.find(mapping.resource()).map(Resource::name).orElse(mapping.resource().id()));
    listed.put("details", mapping.shown());
    listed.put("created", moment(mapping.created()));
    return listed;
  }

  /** Mappings, without what must not be shown. */
  static List<Map<String, Object>> of(List<Mapping> mappings, Resources resources) {
    return mappings.stream().map(mapping -> of(mapping, resources)).toList();
  }

  private static OffsetDateTime moment(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
