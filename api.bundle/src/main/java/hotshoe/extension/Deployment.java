package hotshoe.extension;

import hotshoe.problem.Problem;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The life of all extensions together; called by the launcher, in the order of the methods. */
@ProviderType
public interface Deployment {

  /**
   * Makes the installed extensions known without running any of their code (INM-09, INM-34).
   * Calling it again, or before {@link #start()}, does no harm.
   *
   * @return what is wrong with the store or with single archives
   */
  List<Problem> inspect();

  /**
   * Recovers the store, takes in the deploy folder, starts every enabled extension in order, waits
   * until their slices have settled, and begins to watch the folder.
   *
   * @return everything that is wrong; an empty list means that all is active
   * @throws hotshoe.problem.ProblemException when the host must not start, because {@code
   *     enabled-extensions} names an extension that is not there (row INM-04); nothing has run then
   */
  List<Problem> start();

  /** Takes in no more changes and waits for the one in hand. Extensions keep running. */
  void close();
}
