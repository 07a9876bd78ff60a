package hotshoe.loader.source;

import hotshoe.archive.Referral;
import hotshoe.extension.InstallRequest;
import hotshoe.loader.archive.Dialects;
import hotshoe.loader.archive.Digest;
import hotshoe.loader.content.ArchiveReader;
import hotshoe.loader.content.Contents;
import hotshoe.loader.content.Opening;
import hotshoe.loader.form.ArchiveWriter;
import hotshoe.loader.store.Incoming;
import hotshoe.loader.store.Store;
import hotshoe.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * When what came is no archive but a manifest that says where its archive is, fetches that, and
 * puts the manifest where it belongs (row CS-24). A name that somebody objects to ends it before
 * the archive is asked for (row CS-42).
 */
final class FromManifest {

  private static final int LARGEST = 1 << 18;

  private final Store store;
  private final Dialects dialects;
  private final ArchiveReader reader = new ArchiveReader();

  FromManifest(Store store, Dialects dialects) {
    this.store = store;
    this.dialects = dialects;
  }

  /** Fetches the archive that a manifest names. */
  interface Onward {
    Fetched fetch(InstallRequest request) throws IOException;
  }

  /**
   * The archive, which may be what came already; whatever is not answered is thrown away.
   *
   * @param sha256 which the archive must have, as it comes
   */
  Fetched followed(Fetched came, Optional<String> sha256, Objection objection, Onward onward)
      throws IOException {
    Optional<byte[]> manifest = manifest(came);
    Optional<Dialects.Referred> referred = referred(came, manifest);
    if (referred.isEmpty()) {
      return came.verified(sha256);
    }
    came.close();
    Referral.To to = agreed(referred.get(), objection);
    Fetched archive = onward.fetch(request(to)).verified(to.digest()).verified(sha256);
    try {
      Optional<Incoming> other = completed(archive, to, manifest.get());
      if (other.isPresent()) {
        archive.close();
      }
      return new Fetched(
          other.orElse(archive.copy()),
          came.origin(),
          archive.resolved(),
          archive.commit(),
          other.isPresent() ? Optional.empty() : archive.signature());
    } catch (IOException | RuntimeException failure) {
      archive.close();
      throw failure;
    }
  }

  /** What came, if it is small and no archive. */
  private static Optional<byte[]> manifest(Fetched came) throws IOException {
    Path file = came.copy().file();
    return Files.size(file) > LARGEST || ArchiveReader.isArchive(file)
        ? Optional.empty()
        : Optional.of(Files.readAllBytes(file));
  }

  private Optional<Dialects.Referred> referred(Fetched came, Optional<byte[]> manifest)
      throws IOException {
    try {
      return manifest.flatMap(bytes -> dialects.referral(came.origin(), bytes));
    } catch (RuntimeException unexpected) {
      came.close();
      throw unexpected;
    }
  }

  private static Referral.To agreed(Dialects.Referred referred, Objection objection)
      throws Unfetched {
    if (referred.referral() instanceof Referral.Faulty faulty) {
      throw new Unfetched(faulty.problems());
    }
    Referral.To to = (Referral.To) referred.referral();
    Optional<Problem> against = objection.against(to.extension(), referred.dialect());
    if (against.isPresent()) {
      throw new Unfetched(against.get());
    }
    return to;
  }

  private static InstallRequest request(Referral.To to) {
    InstallRequest request = InstallRequest.of(to.source());
    return to.reference().map(request::at).orElse(request);
  }

  /** Another archive with the manifest in it, unless it stands there already. */
  private Optional<Incoming> completed(Fetched archive, Referral.To to, byte[] manifest)
      throws IOException {
    Opening opening = reader.open(archive.resolved(), archive.copy().file());
    if (opening instanceof Opening.Unfit unfit) {
      throw new Unfetched(unfit.problem());
    }
    if (opening instanceof Opening.Unfinished unfinished) {
      throw new Unfetched(unfinished.problem());
    }
    try (Contents contents = ((Opening.Opened) opening).contents()) {
      return stands(contents, to.manifest(), manifest)
          ? Optional.empty()
          : Optional.of(written(contents, to.manifest(), manifest));
    }
  }

  private static boolean stands(Contents contents, String name, byte[] manifest)
      throws IOException {
    Optional<InputStream> file = contents.unwrapped().open(name);
    if (file.isEmpty()) {
      return false;
    }
    try (InputStream bytes = file.get()) {
      return Arrays.equals(bytes.readNBytes(LARGEST + 1), manifest);
    }
  }

  private Incoming written(Contents contents, String name, byte[] manifest) throws IOException {
    String place = contents.topFolder().map(top -> top + "/" + name).orElse(name);
    Path file = store.fetching();
    try {
      ArchiveWriter.write(contents, Map.of(place, manifest), done -> {}, file);
      return new Incoming(file, Digest.of(file));
    } catch (IOException | RuntimeException failure) {
      store.discard(file);
      throw failure;
    }
  }
}
