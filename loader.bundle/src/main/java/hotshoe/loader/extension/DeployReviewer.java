package hotshoe.loader.extension;

import hotshoe.extension.ExtensionName;
import hotshoe.extension.Outcome;
import hotshoe.loader.deploy.DeployFolder;
import hotshoe.loader.deploy.FileKind;
import hotshoe.loader.deploy.Sight;
import hotshoe.loader.extension.Reading.Taken;
import hotshoe.loader.store.ExtensionRecord;
import hotshoe.loader.store.FileFacts;
import hotshoe.loader.store.Source;
import hotshoe.loader.store.Source.DeployFile;
import hotshoe.loader.store.Store;
import hotshoe.loader.store.StoreProblems;
import hotshoe.loader.wiring.Bundles;
import hotshoe.problem.Problem;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Looks at files of the deploy folder: finds out what is different from what is remembered, and
 * what is to follow from it. Changes nothing but the list of rejected files.
 */
final class DeployReviewer {

  /** From this many on, archives are read by several threads. */
  private static final int MANY = 8;

  private final DeployFolder folder;
  private final Roster roster;
  private final Rejections rejections;
  private final Store store;
  private final Reader reader;
  private final Bundles bundles;
  private final Journal journal;
  private final Map<String, FileFacts> passedOver = new HashMap<>();

  DeployReviewer(
      DeployFolder folder,
      Roster roster,
      Rejections rejections,
      Store store,
      Reader reader,
      Bundles bundles,
      Journal journal) {
    this.folder = folder;
    this.roster = roster;
    this.rejections = rejections;
    this.store = store;
    this.reader = reader;
    this.bundles = bundles;
    this.journal = journal;
  }

  /** Every name of which there is something to say: in the folder, or remembered. */
  Set<String> allNames() throws IOException {
    Set<String> names = new TreeSet<>(folder.names());
    names.addAll(roster.deployFiles());
    names.addAll(rejections.fileNames());
    return names;
  }

  /** A file that was read. */
  private record Read(String fileName, FileFacts facts, Reading reading) {}

  /** Looks at these names. */
  Review review(Collection<String> names, Patience patience) {
    return review(names, patience, Set.of());
  }

  /** The same, for somebody who has wishes. */
  Review review(Collection<String> names, Patience patience, Set<Wish> wishes) {
    Set<String> gone = new TreeSet<>();
    Map<String, FileFacts> different = new TreeMap<>();
    Outcomes outcomes = new Outcomes(patience, wishes);
    if (folder.isThere()) {
      names.stream()
          .map(FileKind::archiveOf)
          .distinct()
          .forEach(name -> survey(name, gone, different, outcomes));
    }
    return decide(read(different, patience), gone, outcomes);
  }

  private void survey(
      String fileName, Set<String> gone, Map<String, FileFacts> different, Outcomes outcomes) {
    Sight sight = folder.look(fileName);
    if (sight instanceof Sight.Archive archive) {
      if (isDifferent(fileName, archive.facts(), outcomes.wishes)) {
        different.put(fileName, archive.facts());
      }
    } else if (sight instanceof Sight.Folder tree) {
      surveyFolder(fileName, tree, different, outcomes);
    } else if (sight instanceof Sight.Unknown unknown) {
      outcomes.reject(fileName, unknown.facts(), List.of(unknown.problem()));
    } else if (sight instanceof Sight.Unreadable unreadable) {
      outcomes.doubt(fileName, FileFacts.UNKNOWN, unreadable.problem());
    } else {
      passedOver.remove(fileName);
      gone.add(fileName);
      rejections.remove(fileName);
    }
  }

  /** A folder cannot be written in one step, so it is looked at when it is quiet. */
  private void surveyFolder(
      String fileName, Sight.Folder tree, Map<String, FileFacts> different, Outcomes outcomes) {
    if (!isDifferent(fileName, tree.facts(), outcomes.wishes)
        || tree.facts().equals(passedOver.get(fileName))) {
      return;
    }
    if (outcomes.patience == Patience.MORE && !tree.isQuiet(Instant.now())) {
      outcomes.unfinished.add(fileName);
    } else if (isExtension(fileName)) {
      different.put(fileName, tree.facts());
    } else if (passedOver.put(fileName, tree.facts()) == null) {
      journal.note(
          Source.deployed(fileName) + " is a folder that is no extension; it is passed over");
    }
  }

  /** What came from there stays there, whatever becomes of it. */
  private boolean isExtension(String fileName) {
    return roster.findByDeployFile(fileName).isPresent()
        || reader.mayKnow(Source.deployed(fileName), folder.file(fileName));
  }

  /** Forgets the folders that nobody knew, and answers them. */
  Set<String> takePassedOver() {
    Set<String> names = Set.copyOf(passedOver.keySet());
    passedOver.clear();
    return names;
  }

  private boolean isDifferent(String fileName, FileFacts facts, Set<Wish> wishes) {
    boolean isInstalled =
        roster
            .findByDeployFile(fileName)
            .filter(entry -> entry.bundle().isPresent())
            .map(Entry::extension)
            .filter(extension -> looksLike(extension, fileName, facts, wishes))
            .isPresent();
    if (isInstalled) {
      rejections.remove(fileName);
    }
    return !isInstalled && !rejections.knows(fileName, facts);
  }

  /** Whoever asks for a file wants what it holds, though somebody went back from that before. */
  private static boolean looksLike(
      ExtensionRecord extension, String fileName, FileFacts facts, Set<Wish> wishes) {
    return extension.source() instanceof DeployFile file
        && file.looksLike(fileName, facts)
        && !(wishes.contains(Wish.ANYWAY) && !file.held().equals(extension.digest()));
  }

  private List<Read> read(Map<String, FileFacts> files, Patience patience) {
    Stream<Map.Entry<String, FileFacts>> each = files.entrySet().stream();
    return (files.size() < MANY ? each : each.parallel())
        .map(file -> read(file.getKey(), file.getValue(), patience))
        .toList();
  }

  private Read read(String fileName, FileFacts facts, Patience patience) {
    Instant began = Instant.now();
    Reading reading = reader.read(folder, fileName, facts, patience);
    return new Read(fileName, facts.trustedAt(began), reading);
  }

  private Review decide(List<Read> reads, Set<String> gone, Outcomes outcomes) {
    Set<String> leftFiles = new TreeSet<>(gone);
    reads.stream().filter(this::holdsAnother).map(Read::fileName).forEach(leftFiles::add);
    Admission admission = new Admission(roster, bundles, leftFiles);
    for (Read read : reads) {
      if (read.reading() instanceof Taken taken) {
        admit(read, taken, admission, outcomes);
      } else if (read.reading() instanceof Reading.Rejected rejected) {
        outcomes.reject(read.fileName(), read.facts(), rejected.problems());
      } else {
        outcomes.doubt(read.fileName(), read.facts(), problem(read.reading()));
      }
    }
    gone.forEach(fileName -> outcomes.leave(fileName, " was removed"));
    return outcomes.review();
  }

  private static Problem problem(Reading reading) {
    return reading instanceof Reading.Unfinished unfinished
        ? unfinished.problem()
        : ((Reading.Unreadable) reading).problem();
  }

  /** Whether a file holds another extension than it did. */
  private boolean holdsAnother(Read read) {
    return read.reading() instanceof Taken taken
        && roster
            .findByDeployFile(read.fileName())
            .filter(entry -> !entry.name().equals(taken.ready().descriptor().name()))
            .isPresent();
  }

  private void admit(Read read, Taken taken, Admission admission, Outcomes outcomes) {
    DeployFile source = new DeployFile(read.fileName(), read.facts(), taken.copy().digest());
    Admission.Decision decision =
        admission.decide(
            taken.ready().descriptor(),
            source.held(),
            source,
            outcomes.wishes.contains(Wish.ANYWAY));
    if (decision instanceof Admission.Refused refused) {
      reader.discard(taken);
      outcomes.reject(read, List.of(refused.problem()), refused.by());
    } else if (decision instanceof Admission.Present present) {
      reader.discard(taken);
      outcomes.same(read.fileName(), present.entry(), source, taken.provenance().signer());
    } else {
      keep(read, taken, source, outcomes);
    }
  }

  private void keep(Read read, Taken taken, DeployFile source, Outcomes outcomes) {
    try {
      store.keep(taken.copy());
      Arrival arrival = Arrival.of(taken, source);
      journal.rejected(taken.remarks());
      outcomes.arrive(
          read.fileName(),
          outcomes.wishes.contains(Wish.WITHOUT_STARTING)
              ? arrival.withoutStarting(Entrance.DISABLED_BY_REQUEST)
              : arrival);
    } catch (IOException failure) {
      reader.discard(taken);
      outcomes.reject(
          read.fileName(),
          FileFacts.UNKNOWN,
          List.of(StoreProblems.notWritten(taken.ready().descriptor().name(), failure)));
    }
  }

  /** Gathers what follows. */
  private final class Outcomes {
    private final Patience patience;
    private final Set<Wish> wishes;
    private final List<Arrival> arrivals = new ArrayList<>();
    private final Map<ExtensionName, String> departures = new TreeMap<>();
    private final List<ExtensionRecord> same = new ArrayList<>();
    private final Set<ExtensionName> staying = new HashSet<>();
    private final Set<String> unfinished = new TreeSet<>();
    private final Map<String, Outcome> byFile = new TreeMap<>();

    Outcomes(Patience patience, Set<Wish> wishes) {
      this.patience = patience;
      this.wishes = Set.copyOf(wishes);
    }

    void arrive(String fileName, Arrival arrival) {
      rejections.remove(fileName);
      arrivals.add(arrival);
      staying.add(arrival.name());
      leave(fileName, " holds another extension now");
    }

    void same(String fileName, Entry entry, DeployFile source, Optional<String> signer) {
      rejections.remove(fileName);
      staying.add(entry.name());
      ExtensionRecord now = entry.extension().from(source);
      if (source.held().equals(now.digest())) {
        now = now.signedBy(signer);
      }
      if (!entry.extension().equals(now)) {
        same.add(now);
      }
      leave(fileName, " holds another extension now");
    }

    /** Whoever came from this file goes, unless it is here again. */
    void leave(String fileName, String why) {
      roster
          .findByDeployFile(fileName)
          .ifPresent(entry -> departures.put(entry.name(), Source.deployed(fileName) + why));
    }

    void doubt(String fileName, FileFacts facts, Problem problem) {
      if (patience == Patience.MORE) {
        unfinished.add(fileName);
      } else {
        reject(fileName, facts, List.of(problem));
      }
    }

    void reject(String fileName, FileFacts facts, List<Problem> problems) {
      reject(new Read(fileName, facts, new Reading.Rejected(problems)), problems, Optional.empty());
    }

    void reject(Read read, List<Problem> problems, Optional<ExtensionName> by) {
      byFile.put(read.fileName(), new Outcome.Refused(problems));
      if (rejections.add(read.fileName(), read.facts(), problems, by)) {
        journal.rejected(problems);
      }
    }

    Review review() {
      departures.keySet().removeAll(staying);
      return new Review(arrivals, departures, same, unfinished, byFile);
    }
  }
}
