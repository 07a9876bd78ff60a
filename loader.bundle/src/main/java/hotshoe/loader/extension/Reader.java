package hotshoe.loader.extension;

import hotshoe.archive.Translation;
import hotshoe.extension.Provenance;
import hotshoe.loader.archive.Candidate;
import hotshoe.loader.archive.Digest;
import hotshoe.loader.archive.Intake;
import hotshoe.loader.content.ArchiveEnd;
import hotshoe.loader.content.Contents;
import hotshoe.loader.deploy.DeployFolder;
import hotshoe.loader.form.BundleWriter;
import hotshoe.loader.signature.Signatures;
import hotshoe.loader.signature.Verdict;
import hotshoe.loader.source.Fetched;
import hotshoe.loader.source.Signature;
import hotshoe.loader.store.ExtensionRecord;
import hotshoe.loader.store.FileFacts;
import hotshoe.loader.store.Incoming;
import hotshoe.loader.store.KeptVersion;
import hotshoe.loader.store.NotStored;
import hotshoe.loader.store.Source;
import hotshoe.loader.store.Store;
import hotshoe.loader.store.StoreProblems;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads archives: copies the bytes to where nobody else changes them, judges the copy, and makes
 * the bundle. Safe for use by many threads at a time.
 */
final class Reader {

  private static final Logger log = LoggerFactory.getLogger(Reader.class);

  private static final String SIGNATURE_PROBLEM = "HS-SIGNATURE-";

  private final Store store;
  private final Intake intake;
  private final Signatures signatures;

  Reader(Store store, Intake intake, Signatures signatures) {
    this.signatures = signatures;
    this.store = store;
    this.intake = intake;
  }

  /**
   * Reads a file of the deploy folder, which had these facts before. A file whose end is missing is
   * not copied in vain while somebody may be writing it.
   */
  Reading read(DeployFolder folder, String fileName, FileFacts before, Patience patience) {
    String origin = Source.deployed(fileName);
    Path file = folder.file(fileName);
    boolean isFolder = Files.isDirectory(file);
    if (patience == Patience.MORE && !isFolder && !hasEnd(file)) {
      return new Reading.Unfinished(ExtensionProblems.changing(origin));
    }
    Reading reading = isFolder ? readFolder(origin, file) : read(origin, file);
    if (hasChanged(folder, fileName, before)) {
      return changing(reading, origin);
    }
    return patience == Patience.MORE ? awaitSignature(reading, file) : reading;
  }

  /** Whoever copies two files copies one of them first. */
  private static Reading awaitSignature(Reading reading, Path file) {
    return reading instanceof Reading.Rejected rejected
            && !Files.exists(Signature.file(file))
            && rejected.problems().stream()
                .allMatch(problem -> problem.code().startsWith(SIGNATURE_PROBLEM))
        ? new Reading.Unfinished(rejected.problems().get(0))
        : reading;
  }

  private Reading readFolder(String origin, Path folder) {
    try {
      return judge(new FolderCopy(store).of(origin, folder), cameFrom(origin), Optional.empty());
    } catch (ProblemException reasons) {
      return new Reading.Rejected(reasons.problems());
    } catch (NotStored failure) {
      return new Reading.Unreadable(store.problem(origin, failure));
    } catch (IOException failure) {
      return new Reading.Unreadable(
          ExtensionProblems.unreadable(origin, StoreProblems.words(failure)));
    }
  }

  /** Whether a folder looks like an extension at all. */
  boolean mayKnow(String origin, Path folder) {
    return intake.mayKnow(origin, folder);
  }

  /** Whether anybody asks for detached signatures. */
  boolean wantsSignatures() {
    return signatures.areAskedFor();
  }

  /** Reads a file from anywhere. */
  Reading read(String origin, Path file) {
    try {
      Optional<byte[]> detached = wantsSignatures() ? Signature.beside(file) : Optional.empty();
      Incoming copy = store.receive(file);
      return judge(copy, cameFrom(origin), detached);
    } catch (NotStored failure) {
      return new Reading.Unreadable(store.problem(origin, failure));
    } catch (IOException failure) {
      return new Reading.Unreadable(
          ExtensionProblems.unreadable(origin, StoreProblems.words(failure)));
    }
  }

  /** Reads what was fetched; whether it is taken or not, nobody else needs to see to the copy. */
  Reading read(Fetched fetched) {
    return judge(
        fetched.copy(),
        new Provenance(
            fetched.origin(),
            fetched.resolved(),
            fetched.commit(),
            Optional.empty(),
            Instant.now()),
        fetched.signature().map(Signature::bytes));
  }

  /** Reads an archive of the store again, to go back to it. */
  Reading reread(ExtensionRecord extension, KeptVersion version) {
    Path archive = store.archive(version.digest());
    try {
      if (!Digest.of(archive).equals(version.digest())) {
        return new Reading.Rejected(List.of(StoreProblems.keptDamaged(extension, version)));
      }
      Making unsigned = new Making(version.provenance(), () -> Verdict.NONE);
      return judge(new Incoming(archive, version.digest()), unsigned);
    } catch (IOException missing) {
      return new Reading.Rejected(List.of(StoreProblems.keptMissing(extension, version)));
    }
  }

  private static Provenance cameFrom(String origin) {
    return new Provenance(origin, origin, Optional.empty(), Optional.empty(), Instant.now());
  }

  private Reading judge(Incoming copy, Provenance provenance, Optional<byte[]> detached) {
    return judge(
        copy,
        new Making(provenance, () -> signatures.judge(provenance.origin(), copy.file(), detached)));
  }

  private Reading judge(Incoming copy, Making making) {
    Candidate candidate = new Candidate(making.provenance.origin(), copy.file(), copy.digest());
    try {
      return judged(intake.take(candidate, making), copy, making);
    } catch (UncheckedIOException failure) {
      discard(copy, making.bundle);
      return new Reading.Unreadable(
          store.problem(candidate.origin(), new NotStored(failure.getCause())));
    } catch (RuntimeException unexpected) {
      log.error("{} cannot be understood", candidate.origin(), unexpected);
      discard(copy, making.bundle);
      return new Reading.Rejected(
          List.of(ExtensionProblems.notUnderstood(candidate.origin(), unexpected)));
    }
  }

  private Reading judged(Intake.Result result, Incoming copy, Making making) {
    if (result instanceof Intake.Ready ready) {
      List<Problem> remarks = new ArrayList<>(making.verdict.problems());
      remarks.addAll(ready.warnings());
      return new Reading.Taken(
          ready, copy, size(copy), making.bundle, making.signedProvenance(), remarks);
    }
    discard(copy, making.bundle);
    return result instanceof Intake.Rejected rejected
        ? new Reading.Rejected(rejected.problems())
        : new Reading.Unfinished(((Intake.NotWhole) result).problem());
  }

  private static long size(Incoming copy) {
    try {
      return Files.size(copy.file());
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /**
   * Judges the signature before anybody looks into the archive, and makes the bundle while it is
   * open, so that it need not be unpacked once more.
   */
  private final class Making implements Intake.Handling {
    private final Provenance provenance;
    private final Supplier<Verdict> judge;
    private Verdict verdict = Verdict.NONE;
    private Optional<Path> bundle = Optional.empty();

    Making(Provenance provenance, Supplier<Verdict> judge) {
      this.provenance = provenance;
      this.judge = judge;
    }

    @Override
    public List<Problem> objections() {
      verdict = judge.get();
      return verdict.isAccepted() ? List.of() : verdict.problems();
    }

    Provenance signedProvenance() {
      return verdict.signer().isEmpty()
          ? provenance
          : new Provenance(
              provenance.origin(),
              provenance.resolved(),
              provenance.commit(),
              verdict.signer(),
              provenance.fetched());
    }

    @Override
    public void translated(Translation translation, Contents contents) throws IOException {
      if (translation instanceof Translation.Bundle made) {
        Path file = store.scratch();
        bundle = Optional.of(file);
        BundleWriter.write(made.form(), contents, file);
      }
    }
  }

  private Reading changing(Reading reading, String origin) {
    if (reading instanceof Reading.Taken taken) {
      discard(taken);
    }
    return new Reading.Unfinished(ExtensionProblems.changing(origin));
  }

  private static boolean hasEnd(Path file) {
    try {
      return ArchiveEnd.isPresent(file);
    } catch (IOException failure) {
      log.debug("{} cannot be read yet", file, failure);
      return false;
    }
  }

  private static boolean hasChanged(DeployFolder folder, String fileName, FileFacts before) {
    try {
      return !folder.facts(fileName).equals(before);
    } catch (IOException gone) {
      log.debug("{} went while it was read", fileName, gone);
      return true;
    }
  }

  /** Throws away what nobody wants. */
  void discard(Reading.Taken taken) {
    discard(taken.copy(), taken.bundle());
  }

  private void discard(Incoming copy, Optional<Path> bundle) {
    try {
      if (!copy.file().equals(store.archive(copy.digest()))) {
        store.discard(copy);
      }
      if (bundle.isPresent()) {
        store.discard(bundle.get());
      }
    } catch (IOException failure) {
      log.debug("{} stays until the next start", copy.file(), failure);
    }
  }
}
