package hotshoe.slice;

import org.osgi.annotation.versioning.ProviderType;

/** The values of one slice's features. Safe for use by many threads. */
@ProviderType
public interface Features {

  /**
   * Whether the flag is on.
   *
   * @throws hotshoe.problem.ProblemException when the slice declares no such flag
   */
  boolean isEnabled(String flag);

  /**
   * Whether the item is allowed by the list.
   *
   * @throws hotshoe.problem.ProblemException when the slice declares no such list
   */
  boolean allows(String items, String item);
}
