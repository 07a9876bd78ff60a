package hotshoe.loader.url;

import hotshoe.archive.Dialect;
import hotshoe.loader.archive.Dialects;
import hotshoe.loader.content.ArchiveReader;
import hotshoe.loader.content.Contents;
import hotshoe.loader.content.Opening.Opened;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import org.apache.felix.fileinstall.ArtifactUrlTransformer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.url.URLConstants;
import org.osgi.service.url.URLStreamHandlerService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells Felix File Install which files of its folder are archives, and where the bundle of each is.
 * Where there is no File Install nobody asks, and this class is never loaded.
 */
@Component(service = ArtifactUrlTransformer.class)
public final class DroppedArchives implements ArtifactUrlTransformer {

  private static final Logger log = LoggerFactory.getLogger(DroppedArchives.class);
  private static final String ARCHIVES =
      "(" + URLConstants.URL_HANDLER_PROTOCOL + "=" + ExtensionUrls.PROTOCOL + ")";

  private final ArchiveReader reader = new ArchiveReader();
  private final Dialects dialects = new Dialects();

  /**
   * Knows these formats.
   *
   * @param urls only has to be there
   */
  @Activate
  public DroppedArchives(
      @Reference(target = ARCHIVES) URLStreamHandlerService urls,
      @Reference(
              cardinality = ReferenceCardinality.AT_LEAST_ONE,
              policyOption = ReferencePolicyOption.GREEDY)
          List<Dialect> formats) {
    formats.forEach(dialects::add);
  }

  /** Bundles and unknown files are for others. What is still being copied comes again. */
  @Override
  public boolean canHandle(File file) {
    if (!file.isFile() || !(reader.open(file.getName(), file.toPath()) instanceof Opened opened)) {
      return false;
    }
    try (Contents contents = opened.contents()) {
      return dialects.isForeign(contents);
    } catch (IOException | RuntimeException failure) {
      log.warn("{} cannot be looked at", file.getName(), failure);
      return false;
    }
  }

  @Override
  public URL transform(URL artifact) throws IOException {
    return new URL(ExtensionUrls.PROTOCOL + ":" + artifact.toExternalForm());
  }
}
