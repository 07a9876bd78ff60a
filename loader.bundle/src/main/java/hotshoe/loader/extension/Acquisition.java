package hotshoe.loader.extension;

import hotshoe.extension.ExtensionName;
import hotshoe.extension.InstallListener;
import hotshoe.extension.InstallListener.Stage;
import hotshoe.extension.InstallRequest;
import hotshoe.loader.source.Fetched;
import hotshoe.loader.source.Fetcher;
import hotshoe.loader.source.Fetching;
import hotshoe.loader.source.Objection;
import hotshoe.problem.Problem;
import java.io.InputStream;
import java.util.Optional;

/**
 * The first half of an installation by hand: the archive is fetched, verified and understood. On
 * the thread of whoever asks; nothing is changed.
 */
final class Acquisition {

  private final Fetcher fetcher;
  private final Reader reader;
  private final Roster roster;

  Acquisition(Fetcher fetcher, Reader reader, Roster roster) {
    this.fetcher = fetcher;
    this.reader = reader;
    this.roster = roster;
  }

  /** Gets what is asked for. A name that is taken is refused before its archive is fetched. */
  Reading acquire(InstallRequest request, InstallListener listener) {
    Objection taken = (name, dialect) -> objection(request, name, dialect);
    return read(fetcher.fetch(request, reader.wantsSignatures(), taken, listener), listener);
  }

  private Optional<Problem> objection(InstallRequest request, ExtensionName name, String dialect) {
    return Admission.objection(roster, name, dialect, Fetcher.shown(request));
  }

  /** The same, of bytes that somebody hands over. */
  Reading acquire(InstallRequest request, InputStream archive, InstallListener listener) {
    Objection taken = (name, dialect) -> objection(request, name, dialect);
    return read(fetcher.receive(request, archive, taken, listener), listener);
  }

  private Reading read(Fetching fetching, InstallListener listener) {
    if (fetching instanceof Fetching.NotFetched reasons) {
      return new Reading.Rejected(reasons.problems());
    }
    Fetched fetched = ((Fetching.Here) fetching).fetched();
    Reading reading = reader.read(fetched);
    if (reading instanceof Reading.Taken taken) {
      listener.progress(Stage.VERIFYING, taken.size(), taken.size());
    }
    return reading;
  }
}
