package hotshoe.inventory;

import hotshoe.problem.Problem;
import java.util.List;
import java.util.Objects;
import org.osgi.annotation.versioning.ProviderType;

/** Reads inventories: a service of the host. Any thread may ask. */
@ProviderType
public interface Inventories {

  /** Reads all sources of a request, one after another, with the plugins that are here now. */
  Reading read(InventoryRequest request);

  /** The plugins that are here now, enabled or not, by name. */
  List<InventoryPlugin> plugins();

  /** How reading can end. */
  sealed interface Reading {

    /** What is to be told, in the order in which it was found. */
    List<Problem> problems();
  }

  /**
   * It was read, perhaps with warnings; sources that nobody could read are among them (row AN-7).
   *
   * @param inventory the answer
   * @param problems warnings
   */
  record Read(Inventory inventory, List<Problem> problems) implements Reading {
    public Read {
      Objects.requireNonNull(inventory, "inventory");
      problems = List.copyOf(problems);
    }
  }

  /**
   * There is no answer.
   *
   * @param problems why, and the warnings before it
   * @param exitCode what a command line ends with: 1 in general, 4 for a broken file of variables
   */
  record Refused(List<Problem> problems, int exitCode) implements Reading {
    public Refused {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("a refusal has at least one reason");
      }
    }
  }
}
