package hotshoe.inventory;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * An inventory while it is read: what a plugin adds to. It shows what earlier sources and this one
 * have said so far; {@code all} contains little before the last source is read (row AN-43).
 *
 * <p>Every method that names something unknown, or asks for what cannot be, throws {@link
 * hotshoe.problem.ProblemException}; a plugin lets that pass, and its source fails. Not
 * thread-safe.
 */
@ProviderType
public interface InventoryBuilder extends InventoryView {

  /**
   * Says which line of the source the next additions come from.
   *
   * @param line the line, the first being 1; 0 for nobody knows
   */
  void at(int line);

  /** The name that a group of this name would really have (row AN-22). */
  String groupName(String name);

  /** Adds a group unless it is there, and answers with the name it really has (row AN-22). */
  String addGroup(String name);

  /** Adds a host that is in no group yet, unless it is there. */
  void addHost(String name);

  /** Adds a host, unless it is there, and puts it into a group that is. */
  void addHost(String name, String group);

  /** As {@link #addHost(String, String)}; the host gets {@code ansible_port}. */
  void addHost(String name, String group, long port);

  /** Puts a group, or else a host, into a group (row AN-14). */
  void addChild(String group, String child);

  /**
   * Sets a variable of a group or, where no group has this name, of a host (row AN-21). {@code
   * ansible_group_priority} of a group becomes its priority.
   */
  void setVariable(String entity, Object name, Object value);

  /** Takes a host away, out of all groups. */
  void removeHost(String name);

  /** Takes a group away; its hosts and children stay. */
  void removeGroup(String name);

  /** The source that is being read. */
  InventorySource source();

  /**
   * What a host would have now: variables of its groups under its own; with those of files beside
   * the sources read so far if asked for. The map is the caller's own.
   */
  Map<Object, Object> variables(Host host, VariableFiles files);

  /** Whether files of variables are asked as well. */
  enum VariableFiles {
    /** They are not. */
    LEFT_OUT,
    /** Those beside the sources that were read so far. */
    READ
  }
}
