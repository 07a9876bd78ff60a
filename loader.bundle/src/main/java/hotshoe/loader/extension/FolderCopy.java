package hotshoe.loader.extension;

import hotshoe.loader.archive.Digest;
import hotshoe.loader.content.ArchiveReader;
import hotshoe.loader.content.Contents;
import hotshoe.loader.content.Opening;
import hotshoe.loader.deploy.Lasting;
import hotshoe.loader.form.ArchiveWriter;
import hotshoe.loader.store.Incoming;
import hotshoe.loader.store.NotStored;
import hotshoe.loader.store.Store;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Packs a folder of the deploy folder: the same files, whenever they were written, same bytes. */
final class FolderCopy {

  private final Store store;
  private final ArchiveReader reader = new ArchiveReader();

  FolderCopy(Store store) {
    this.store = store;
  }

  /**
   * Packs a folder.
   *
   * @throws ProblemException when it is not to be taken
   */
  Incoming of(String origin, Path folder) throws IOException {
    Opening opening = reader.open(origin, folder.toRealPath());
    if (!(opening instanceof Opening.Opened opened)) {
      throw new ProblemException(List.of(problem(opening)));
    }
    Path file = store.fetching();
    try (Contents contents = opened.contents()) {
      ArchiveWriter.write(new Lasting(contents), Map.of(), written -> {}, file);
      return new Incoming(file, Digest.of(file));
    } catch (IOException failure) {
      store.discard(file);
      throw new NotStored(failure);
    }
  }

  private static Problem problem(Opening opening) {
    return opening instanceof Opening.Unfit unfit
        ? unfit.problem()
        : ((Opening.Unfinished) opening).problem();
  }
}
