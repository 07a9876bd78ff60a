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
import hotshoe.archive.DocumentCheck;
import hotshoe.archive.DocumentCheck.Faulty;
import hotshoe.archive.DocumentCheck.Fits;
import hotshoe.archive.DocumentCheck.Texts;
import hotshoe.archive.DocumentReader;
import hotshoe.archive.DocumentReader.NotRead;
import hotshoe.archive.DocumentReader.Read;
import hotshoe.archive.DocumentReader.Reading;
import hotshoe.archive.Namespaces;
import hotshoe.archive.PlatformVersions;
import hotshoe.archive.Requirement;
import hotshoe.archive.Translation;
import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Version;
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

  private static final List<String> MANIFESTS = List.of("manifest.yaml", "manifest.yml");

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
  public boolean recognises(Contents contents) {
    return manifest(contents).isPresent();
  }

  private static Optional<String> manifest(Contents contents) {
    return MANIFESTS.stream().filter(name -> contents.size(name).isPresent()).findFirst();
  }

  @Override
  public Description describe(String origin, Contents contents) {
    String file = manifest(contents).orElse(MANIFESTS.get(0));
    Reading reading = reader.read(origin, contents, file);
    return reading instanceof Read read
        ? describe(read.document(), contents)
        : new NotUnderstood(((NotRead) reading).problems());
  }

  private static Description describe(Document document, Contents contents) {
    DocumentCheck.Outcome outcome =
        DocumentCheck.check(document, ManifestType.MANIFEST, Texts.AS_WRITTEN);
    if (outcome instanceof Faulty faulty) {
      return new NotUnderstood(faulty.problems());
    }
    Fits fits = (Fits) outcome;
    return describe(new ManifestRules(document, fits.value()), fits.warnings(), contents);
  }

  private static Description describe(
      ManifestRules rules, List<Problem> warnings, Contents contents) {
    Optional<ExtensionName> name = rules.name();
    Optional<Version> version = rules.version();
    Optional<PlatformVersions> platform = rules.platform();
    rules.entrypoint(contents);
    rules.spellings();
    rules.actions();
    if (!rules.problems().isEmpty()) {
      List<Problem> all = new ArrayList<>(warnings);
      all.addAll(rules.problems());
      return new NotUnderstood(all);
    }
    return new Understood(
        descriptor(
            rules, name.orElseThrow(), version.orElseThrow(), platform.orElseThrow().requirement()),
        warnings);
  }

  private static Descriptor descriptor(
      ManifestRules rules, ExtensionName name, Version version, Requirement platform) {
    return new Descriptor(
        name,
        version,
        NAME,
        NAME + "." + name.value(),
        rules.text("metadata", "displayName"),
        rules.text("metadata", "description").strip(),
        true,
        List.of(platform),
        List.of(
            new Capability(
                Namespaces.EXTENSION, Map.of("name", name.value(), "version", version))));
  }

  /** So far a bundle that holds the files; what they can do is not offered yet. */
  @Override
  public Translation translate(Descriptor descriptor, Contents contents) {
    return new Translation.Bundle(
        BundleForm.of(descriptor)
            .withHeaders(
                Map.of(
                    ExtensionName.HEADER,
                    descriptor.name().value(),
                    "Bundle-Name",
                    descriptor.title(),
                    "Bundle-Description",
                    descriptor.description()))
            .carrying(contents, "files/"));
  }
}
