package hotshoe.inventory.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Groups and hosts of a finished inventory once more, so that the finished one stays as it is. */
final class ModelCopy {

  private final Map<String, LiveGroup> groups = new LinkedHashMap<>();
  private final Map<String, LiveHost> hosts = new LinkedHashMap<>();

  ModelCopy(Finished original, Book book, Ranks ranks) {
    original.groups().forEach(group -> groups.put(group.name(), begun((LiveGroup) group, book)));
    original.hosts().forEach(host -> hosts.put(host.name(), copy((LiveHost) host, book, ranks)));
    original.groups().forEach(group -> complete((LiveGroup) group));
  }

  Map<String, LiveGroup> groups() {
    return groups;
  }

  Map<String, LiveHost> hosts() {
    return hosts;
  }

  private static LiveGroup begun(LiveGroup original, Book book) {
    LiveGroup copy = new LiveGroup(original.name, book);
    copy.variables = original.variables.copy(book);
    copy.depth = original.depth;
    copy.priority = original.priority;
    return copy;
  }

  private LiveHost copy(LiveHost original, Book book, Ranks ranks) {
    LiveHost copy =
        new LiveHost(original.name, original.variables.copy(book), ranks, original.source());
    copy.become(
        Arrays.stream(original.direct())
            .map(group -> groups.get(group.name))
            .toArray(LiveGroup[]::new));
    return copy;
  }

  private void complete(LiveGroup original) {
    LiveGroup copy = groups.get(original.name);
    copy.children.restore(same(original.children.list()));
    copy.parents.restore(same(original.parents.list()));
    copy.hosts = new ArrayList<>(original.hosts.size() + 4);
    original.hosts.forEach(host -> copy.hosts.add(hosts.get(host.name)));
  }

  private List<LiveGroup> same(List<LiveGroup> originals) {
    return originals.stream().map(group -> groups.get(group.name)).toList();
  }
}
