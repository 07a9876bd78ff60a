package hotshoe.loader.extension;

import hotshoe.configuration.Configuration;
import hotshoe.configuration.ExtensionOptions;
import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionName;
import hotshoe.host.Host;
import hotshoe.host.Phase;
import hotshoe.loader.archive.Dialects;
import hotshoe.loader.archive.Intake;
import hotshoe.loader.archive.Translator;
import hotshoe.loader.content.ArchiveReader;
import hotshoe.loader.deploy.DeployFolder;
import hotshoe.loader.machine.MachineOffers;
import hotshoe.loader.readiness.Readiness;
import hotshoe.loader.signature.Signatures;
import hotshoe.loader.source.Fetcher;
import hotshoe.loader.source.SourceRules;
import hotshoe.loader.store.OwnData;
import hotshoe.loader.store.Store;
import hotshoe.loader.wiring.Bundles;
import hotshoe.operation.Operations;
import hotshoe.problem.Problem;
import hotshoe.slice.Slices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/**
 * What the loader is made of, wired once. Each part has one duty; {@link Installation}, {@link
 * Deployed} and {@link ByHand} say what they do together.
 */
record Parts(
    EnabledExtensions enabled,
    Store store,
    DeployFolder folder,
    Bundles bundles,
    MachineOffers machine,
    Roster roster,
    Rejections rejections,
    Portraits portraits,
    Components components,
    Journal journal,
    Reader reader,
    Fetcher fetcher,
    OwnData ownData,
    DeployReviewer reviewer,
    Life life,
    Entrance entrance,
    Turn turn,
    Readiness readiness) {

  /** The parts over this framework, with this configuration. */
  static Parts of(
      BundleContext context,
      Configuration configuration,
      Host host,
      Slices slices,
      Supplier<Optional<Operations>> operations,
      ExtensionOptions options,
      Dialects dialects,
      ServiceComponentRuntime componentRuntime,
      Readiness readiness) {
    EnabledExtensions enabled = EnabledExtensions.of(configuration);
    Store store = new Store(configuration.path("data"), configuration.text("data"));
    DeployFolder folder = new DeployFolder(configuration.path("deploy"));
    Bundles bundles = new Bundles(context, configuration.duration("slice.start-limit"));
    Roster roster = new Roster();
    Rejections rejections = new Rejections();
    Portraits portraits = new Portraits(slices, readiness);
    Journal journal =
        new Journal(roster, portraits, enabled.order(), () -> host.phase() == Phase.STOPPING);
    Intake intake = new Intake(new ArchiveReader(), dialects);
    Reader reader = new Reader(store, intake, Signatures.of(configuration));
    Translator translator = new Translator(new ArchiveReader(), dialects);
    Life life =
        new Life(
            bundles,
            slices,
            options,
            new ComponentFiles(componentRuntime),
            roster,
            enabled,
            translator);
    Callers callers =
        new Callers(
            operations, configuration.duration("upgrade.drain-limit"), bundles, slices, roster);
    int kept = Math.toIntExact(configuration.number("upgrade.kept-versions"));
    Entrance entrance = new Entrance(store, translator, bundles, roster, enabled, kept);
    return new Parts(
        enabled,
        store,
        folder,
        bundles,
        new MachineOffers(bundles),
        roster,
        rejections,
        portraits,
        new Components(componentRuntime),
        journal,
        reader,
        new Fetcher(store, SourceRules.of(configuration), dialects),
        new OwnData(configuration.path("data")),
        new DeployReviewer(folder, roster, rejections, store, reader, bundles, journal),
        life,
        entrance,
        new Turn(store, bundles, slices, roster, entrance, life, callers, portraits),
        readiness);
  }

  /** What gets archives that somebody asks for. */
  Acquisition acquisition() {
    return new Acquisition(fetcher, reader, roster);
  }

  /** What the store has of an extension. */
  Kept kept() {
    return new Kept(roster, store);
  }

  /** The names of all who are installed. */
  List<ExtensionName> names() {
    return roster.all().stream().map(Entry::name).toList();
  }

  /** An extension with the notes that are too dear for a list. */
  Extension closely(Entry entry) {
    List<Problem> remarks = new ArrayList<>(entry.remarks());
    if (entry.isRunning()) {
      entry.bundle().map(components::waiting).ifPresent(remarks::addAll);
    }
    return portraits.of(entry.remarking(remarks));
  }
}
