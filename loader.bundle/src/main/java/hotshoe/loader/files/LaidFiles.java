package hotshoe.loader.files;

import hotshoe.archive.BundleForm;
import hotshoe.configuration.Configuration;
import hotshoe.extension.ExtensionFiles;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.FilesReport;
import hotshoe.host.Host;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lays the files of translated extensions in {@code data/files/<name>/<digest of their list>/}. A
 * folder goes when its bundle is uninstalled; what a crash left behind goes once the host is ready.
 */
@Component(service = ExtensionFiles.class, immediate = true)
public final class LaidFiles implements ExtensionFiles, SynchronousBundleListener {

  private static final Logger log = LoggerFactory.getLogger(LaidFiles.class);

  private final BundleContext context;
  private final Shelves shelves;
  private final Map<Long, LaidFolder> folders = new ConcurrentHashMap<>();

  /** Keeps the files below the folder for data. */
  @Activate
  public LaidFiles(BundleContext context, @Reference Configuration configuration) {
    this.context = context;
    this.shelves = new Shelves(configuration.path("data").resolve("files"));
    context.addBundleListener(this);
  }

  /** The host is ready, so what is installed is known: everything else goes. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      target = "(hotshoe.ready=true)")
  public void ready(Host host) {
    sweep();
  }

  /** Nothing changes when the host stops. */
  public void unready(Host host) {
    log.debug("{} is not ready any more; files stay where they are", host.product());
  }

  /** Throws away what belongs to no installed extension, and what is not finished. */
  public void sweep() {
    if (shelves.hasAny()) {
      shelves.keep(inUse(bundle -> true));
    }
  }

  @Override
  public Path folder(Bundle bundle) throws IOException {
    return laid(bundle).whole();
  }

  @Override
  public FilesReport look(Bundle bundle) throws IOException {
    return laid(bundle).look();
  }

  private LaidFolder laid(Bundle bundle) throws IOException {
    Optional<LaidFolder> known = Optional.ofNullable(folders.get(bundle.getBundleId()));
    return known.isPresent() ? known.get() : remembered(bundle);
  }

  private LaidFolder remembered(Bundle bundle) throws IOException {
    URL list =
        list(bundle)
            .orElseThrow(
                () -> new IllegalArgumentException(bundle + " is not a translated extension"));
    FileList files = FileList.of(list);
    LaidFolder made =
        new LaidFolder(shelves.place(name(bundle), files.digest()), files, bundle::getEntry);
    return Optional.ofNullable(folders.putIfAbsent(bundle.getBundleId(), made)).orElse(made);
  }

  private static Optional<URL> list(Bundle bundle) {
    boolean isInstalled = bundle.getState() != Bundle.UNINSTALLED;
    return isInstalled ? Optional.ofNullable(bundle.getEntry(BundleForm.LIST)) : Optional.empty();
  }

  private static ExtensionName name(Bundle bundle) {
    return ExtensionName.of(bundle.getHeaders(""));
  }

  @Override
  public void bundleChanged(BundleEvent event) {
    if (event.getType() == BundleEvent.UNINSTALLED) {
      Bundle gone = event.getBundle();
      folders.remove(gone.getBundleId());
      sweep(gone);
    }
  }

  private void sweep(Bundle gone) {
    try {
      ExtensionName name = name(gone);
      if (shelves.has(name)) {
        shelves.keep(name, inUse(bundle -> isNamed(bundle, name)));
      }
    } catch (IllegalArgumentException nameless) {
      log.debug("{} was no extension", gone, nameless);
    }
  }

  private static boolean isNamed(Bundle bundle, ExtensionName name) {
    try {
      return name(bundle).equals(name);
    } catch (IllegalArgumentException nameless) {
      return false;
    }
  }

  /** The folders of installed bundles, whether they have been laid or not. */
  private Set<Path> inUse(Predicate<Bundle> which) {
    Set<Path> used = new HashSet<>();
    Arrays.stream(context.getBundles())
        .filter(bundle -> list(bundle).isPresent())
        .filter(which)
        .forEach(bundle -> place(bundle).ifPresent(used::add));
    return used;
  }

  private Optional<Path> place(Bundle bundle) {
    try {
      FileList files = FileList.of(list(bundle).orElseThrow());
      return Optional.of(shelves.place(name(bundle), files.digest()));
    } catch (IOException | IllegalArgumentException unreadable) {
      log.debug("the files of {} cannot be told", bundle, unreadable);
      return Optional.empty();
    }
  }

  /** Ends listening; the files stay for the next start. */
  @Deactivate
  public void close() {
    context.removeBundleListener(this);
  }
}
