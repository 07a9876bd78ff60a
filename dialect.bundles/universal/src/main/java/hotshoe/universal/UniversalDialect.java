package hotshoe.universal;

import hotshoe.archive.BundleForm;
import hotshoe.archive.Capability;
import hotshoe.archive.Contents;
import hotshoe.archive.Description;
import hotshoe.archive.Description.NotUnderstood;
import hotshoe.archive.Description.Understood;
import hotshoe.archive.Descriptor;
import hotshoe.archive.Dialect;
import hotshoe.archive.DocumentReader;
import hotshoe.archive.Namespaces;
import hotshoe.archive.Translation;
import hotshoe.universal.ExtensionReader.Archive;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reads archives of Universal Extensions: {@code extension.yml} and {@code extension.py} at the
 * root, or a template package that holds such an archive.
 */
@Component
public final class UniversalDialect implements Dialect {

  static final String NAME = "universal";

  private final DocumentReader reader;

  /** A dialect that reads its manifests with this. */
  @Activate
  public UniversalDialect(@Reference DocumentReader reader) {
    this.reader = reader;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String mark() {
    return "extension.yml and extension.py";
  }

  @Override
  public boolean recognises(Contents contents) {
    return ExtensionRoot.isExtension(contents)
        || ExtensionRoot.isPackage(contents)
        || ExtensionRoot.isExtension(contents.unwrapped());
  }

  @Override
  public Description describe(String origin, Contents contents) {
    ExtensionReader reading = new ExtensionReader(reader, origin, contents);
    Optional<Archive> archive = reading.read();
    return archive.isEmpty()
        ? new NotUnderstood(reading.problems())
        : new Understood(descriptor(archive.get()), reading.problems());
  }

  private static Descriptor descriptor(Archive archive) {
    Manifest manifest = archive.manifest();
    return new Descriptor(
        manifest.name(),
        manifest.version(),
        NAME,
        BundleForm.symbolicName(NAME, manifest.name()),
        archive
            .template()
            .map(Template::name)
            .filter(title -> !title.isBlank())
            .orElse(manifest.name().value()),
        manifest.description().isEmpty() ? manifest.comments() : manifest.description(),
        true,
        manifest.needs(),
        List.of(
            new Capability(
                Namespaces.EXTENSION,
                Map.of("name", manifest.name().value(), "version", manifest.version()))));
  }

  @Override
  public Translation translate(Descriptor descriptor, Contents contents) {
    ExtensionReader reading = new ExtensionReader(reader, descriptor.name().value(), contents);
    Optional<Archive> archive = reading.read();
    if (archive.isEmpty()) {
      return new Translation.Impossible(reading.problems());
    }
    BundleForm form = BundleForm.of(descriptor).carrying(contents, BundleParts.FILES);
    return new Translation.Bundle(new BundleParts(descriptor, archive.get(), contents).addTo(form));
  }
}
