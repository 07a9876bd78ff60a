package hotshoe.cloudstack;

import hotshoe.archive.BundleForm;
import hotshoe.archive.Capability;
import hotshoe.archive.Contents;
import hotshoe.archive.Description;
import hotshoe.archive.Description.NotUnderstood;
import hotshoe.archive.Description.Understood;
import hotshoe.archive.Descriptor;
import hotshoe.archive.Dialect;
import hotshoe.archive.Document;
import hotshoe.archive.DocumentReader;
import hotshoe.archive.Namespaces;
import hotshoe.archive.Referral;
import hotshoe.archive.Translation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reads archives with a {@code manifest.yaml} or {@code manifest.yml} of CloudStack's manifest
 * import. The name of the extension is that of its folder; its display name is its title.
 */
@Component
public final class CloudStackDialect implements Dialect {

  static final String NAME = "cloudstack";

  private static final String FORMAT = "cloudstack.apache.org/";

  private final DocumentReader reader;

  /** A dialect that reads its manifests with this. */
  @Activate
  public CloudStackDialect(@Reference DocumentReader reader) {
    this.reader = reader;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String mark() {
    return "manifest.yaml";
  }

  @Override
  public boolean recognises(Contents contents) {
    return ManifestReader.name(ManifestReader.files(contents)).isPresent();
  }

  @Override
  public Description describe(String origin, Contents contents) {
    ManifestReader reading = new ManifestReader(reader, origin);
    Optional<Manifest> manifest = reading.in(ManifestReader.files(contents));
    return manifest.isEmpty()
        ? new NotUnderstood(reading.problems())
        : new Understood(descriptor(manifest.get()), reading.warnings());
  }

  private static Descriptor descriptor(Manifest manifest) {
    String name = manifest.name().value();
    return new Descriptor(
        manifest.name(),
        manifest.version(),
        NAME,
        BundleForm.symbolicName(NAME, manifest.name()),
        manifest.title(),
        manifest.description(),
        manifest.enabled(),
        manifest.needs(),
        List.of(
            new Capability(
                Namespaces.EXTENSION, Map.of("name", name, "version", manifest.version()))));
  }

  @Override
  public Optional<Referral> referral(String origin, byte[] manifest) {
    ManifestReader reading = new ManifestReader(reader, origin);
    Optional<Document> document = reading.alone(manifest);
    boolean isOurs =
        document.isPresent()
            ? isOurs(document.get())
            : new String(manifest, StandardCharsets.ISO_8859_1).contains(FORMAT);
    if (!isOurs) {
      return Optional.empty();
    }
    return Optional.of(
        document
            .flatMap(read -> reading.checked(read).map(it -> new SourceRules(read, it).referral()))
            .orElseGet(() -> new Referral.Faulty(reading.problems())));
  }

  private static boolean isOurs(Document document) {
    return says(document, "apiVersion", FORMAT) || says(document, "kind", ManifestType.KIND);
  }

  private static boolean says(Document document, String key, String beginning) {
    return document
        .find(key)
        .map(node -> node.plain() instanceof String text && text.startsWith(beginning))
        .orElse(false);
  }

  @Override
  public Translation translate(Descriptor descriptor, Contents contents) {
    ManifestReader reading = new ManifestReader(reader, descriptor.name().value());
    Contents files = ManifestReader.files(contents);
    return reading
        .in(files)
        .<Translation>map(
            manifest -> new Translation.Bundle(new BundleParts(descriptor, manifest, files).form()))
        .orElseGet(() -> new Translation.Impossible(reading.problems()));
  }
}
