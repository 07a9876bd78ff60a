package hotshoe.inventory.model;

import hotshoe.inventory.Variables;
import java.util.List;

/** Folders with files of variables for groups and hosts (row AN-19), the weaker first. */
public interface VariableFolders {

  /** No folder anywhere. */
  VariableFolders NONE =
      new VariableFolders() {
        @Override
        public List<Folder> besideSources() {
          return List.of();
        }

        @Override
        public List<Folder> besidePlaybook() {
          return List.of();
        }
      };

  /** Those beside the sources that were read so far. */
  List<Folder> besideSources();

  /** Those beside the playbook. */
  List<Folder> besidePlaybook();

  /** Those that exports tell of: beside the sources, and beside a playbook that was named. */
  default List<Folder> exported() {
    return besideSources();
  }

  /** The same, where what there is for these groups and hosts is known as well. */
  default VariableFolders knowing(Iterable<String> groups, Iterable<String> hosts) {
    return this;
  }

  /** What was gathered about a host before, and is kept. */
  default List<Variables> facts(String host) {
    return List.of();
  }

  /** One folder. */
  interface Folder {

    /** What its files say of a group, the weaker first. */
    List<Variables> group(String name);

    /** What its files say of a host, the weaker first. */
    List<Variables> host(String name);
  }
}
