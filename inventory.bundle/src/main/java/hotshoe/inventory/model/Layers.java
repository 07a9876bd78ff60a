package hotshoe.inventory.model;

import hotshoe.inventory.Layer;
import hotshoe.inventory.Variables;
import hotshoe.inventory.model.VariableFolders.Folder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Goes through the layers of one host in order (row AN-17). */
final class Layers {

  private final Rules rules;
  private final VariableFolders folders;
  private final LiveGroup all;
  private final Ranks ranks;

  Layers(Rules rules, VariableFolders folders, LiveGroup all, Ranks ranks) {
    this.rules = rules;
    this.folders = folders;
    this.all = all;
    this.ranks = ranks;
  }

  /** Takes what one layer says. */
  interface Taker {
    void take(Layer layer, String entity, Variables variables);
  }

  /** Shows every layer of groups and of the host itself, the weakest first. */
  void visit(LiveHost host, boolean isImplicit, Taker taker) {
    visit(host, ranks.all(host), isImplicit, taker);
  }

  /** The same for who knows the groups of the host already. */
  void visit(LiveHost host, LiveGroup[] groups, boolean isImplicit, Taker taker) {
    for (Layer layer : rules.groupLayers()) {
      visit(layer, groups, taker);
    }
    taker.take(Layer.HOST_INVENTORY, host.name, host.variables);
    if (!isImplicit) {
      files(Layer.HOST_PLUGINS_INVENTORY, folders.besideSources(), host, taker);
      files(Layer.HOST_PLUGINS_PLAY, folders.besidePlaybook(), host, taker);
    }
    folders.facts(host.name).forEach(facts -> taker.take(Layer.FACTS, "", facts));
  }

  private void visit(Layer layer, LiveGroup[] groups, Taker taker) {
    switch (layer) {
      case ALL_INVENTORY -> taker.take(layer, all.name, all.variables);
      case GROUPS_INVENTORY -> {
        for (LiveGroup group : groups) {
          if (group != all) {
            taker.take(layer, group.name, group.variables);
          }
        }
      }
      case ALL_PLUGINS_INVENTORY -> files(layer, folders.besideSources(), all, taker);
      case ALL_PLUGINS_PLAY -> files(layer, folders.besidePlaybook(), all, taker);
      case GROUPS_PLUGINS_INVENTORY -> files(layer, folders.besideSources(), groups, taker);
      case GROUPS_PLUGINS_PLAY -> files(layer, folders.besidePlaybook(), groups, taker);
      default -> throw new IllegalArgumentException(layer + " is no layer of groups");
    }
  }

  private void files(Layer layer, List<Folder> from, LiveGroup[] groups, Taker taker) {
    for (Folder folder : from) {
      for (LiveGroup group : groups) {
        if (group != all) {
          folder.group(group.name).forEach(file -> taker.take(layer, group.name, file));
        }
      }
    }
  }

  private static void files(Layer layer, List<Folder> from, LiveGroup group, Taker taker) {
    for (Folder folder : from) {
      folder.group(group.name).forEach(file -> taker.take(layer, group.name, file));
    }
  }

  private static void files(Layer layer, List<Folder> from, LiveHost host, Taker taker) {
    for (Folder folder : from) {
      folder.host(host.name).forEach(file -> taker.take(layer, host.name, file));
    }
  }

  /** What a constructed source sees of a host, before the last source is read (row AN-43). */
  Map<Object, Object> soFar(LiveHost host) {
    Map<Object, Object> seen = new LinkedHashMap<>();
    Merging merging = rules.merging();
    LiveGroup[] groups = ranks.all(host);
    for (LiveGroup group : groups) {
      merging.lay(seen, group.variables);
    }
    for (Folder folder : folders.besideSources()) {
      for (LiveGroup group : groups) {
        folder.group(group.name).forEach(file -> merging.lay(seen, file));
      }
    }
    merging.lay(seen, host.variables);
    for (Folder folder : folders.besideSources()) {
      folder.host(host.name).forEach(file -> merging.lay(seen, file));
    }
    return seen;
  }
}
