package hotshoe.core.resource;

import hotshoe.resource.Resource;
import hotshoe.resource.Resource.Detail;
import hotshoe.resource.Resource.Visibility;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which details somebody sees; the only place that takes any away. */
enum Sight {
  EVERYTHING(Visibility.SECRET),
  ALL_BUT_SECRETS(Visibility.HIDDEN),
  VISIBLE_ONLY(Visibility.VISIBLE);

  private final Visibility most;

  Sight(Visibility most) {
    this.most = most;
  }

  /** A resource with the details that are seen. */
  Resource shown(Resource resource) {
    if (resource.details().values().stream().allMatch(this::sees)) {
      return resource;
    }
    Map<String, Detail> shown = new LinkedHashMap<>(resource.details());
    shown.values().removeIf(detail -> !sees(detail));
    return resource.withDetails(shown);
  }

  /** What becomes of a resource by what somebody puts: details that they do not see stay. */
  Resource merged(Resource before, Resource put) {
    Map<String, Detail> merged = new LinkedHashMap<>(before.details());
    merged.values().removeIf(this::sees);
    if (merged.isEmpty()) {
      return put;
    }
    merged.putAll(put.details());
    return put.withDetails(merged);
  }

  private boolean sees(Detail detail) {
    return detail.visibility().compareTo(most) <= 0;
  }
}
