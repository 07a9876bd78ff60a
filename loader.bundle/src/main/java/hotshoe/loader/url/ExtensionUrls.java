package hotshoe.loader.url;

import hotshoe.archive.Dialect;
import hotshoe.configuration.Configuration;
import hotshoe.loader.archive.Dialects;
import hotshoe.loader.source.Fetcher;
import hotshoe.loader.source.SourceRules;
import hotshoe.loader.store.Store;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLConnection;
import java.util.Objects;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.url.AbstractURLStreamHandlerService;
import org.osgi.service.url.URLConstants;
import org.osgi.service.url.URLStreamHandlerService;

/**
 * Understands {@code ext:} and any source of an archive behind it, such as {@code
 * ext:file:/srv/x.zip} or {@code ext:https://github.com/o/r}: what is read from such a URL is the
 * bundle that the archive is or becomes. So {@code bundle:install} of any shell takes archives of
 * every format that is known. Needs nothing but dialects, and works in any container; where there
 * is a host, what its operator allows holds here as well.
 */
@Component(
    service = URLStreamHandlerService.class,
    property = URLConstants.URL_HANDLER_PROTOCOL + "=" + ExtensionUrls.PROTOCOL)
public final class ExtensionUrls extends AbstractURLStreamHandlerService {

  static final String PROTOCOL = "ext";

  private final Dialects dialects = new Dialects();
  private final Store store;
  private final Fetcher fetcher;

  /** A handler that puts what it fetches into the folder of its bundle, until it is read. */
  @Activate
  public ExtensionUrls(
      BundleContext context,
      @Reference(cardinality = ReferenceCardinality.OPTIONAL)
          Optional<Configuration> configuration) {
    File folder = Objects.requireNonNull(context.getDataFile("ext"), "a folder for its data");
    this.store = new Store(folder.toPath());
    store.recover();
    SourceRules rules = configuration.map(SourceRules::of).orElse(SourceRules.USUAL);
    this.fetcher = new Fetcher(store, rules, dialects);
  }

  /** A format that can be read from now on. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "forget")
  public void learn(Dialect dialect) {
    dialects.add(dialect);
  }

  /** A format that can be read no longer. */
  public void forget(Dialect dialect) {
    dialects.remove(dialect);
  }

  @Override
  public URLConnection openConnection(URL url) throws IOException {
    return new ExtensionConnection(url, fetcher, dialects, store);
  }
}
