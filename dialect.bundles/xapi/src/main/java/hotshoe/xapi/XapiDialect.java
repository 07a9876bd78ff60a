package hotshoe.xapi;

import hotshoe.archive.BundleForm;
import hotshoe.archive.Capability;
import hotshoe.archive.ComponentForm;
import hotshoe.archive.Contents;
import hotshoe.archive.Description;
import hotshoe.archive.Description.NotUnderstood;
import hotshoe.archive.Description.Understood;
import hotshoe.archive.Descriptor;
import hotshoe.archive.Dialect;
import hotshoe.archive.DocumentReader;
import hotshoe.archive.Namespaces;
import hotshoe.archive.SemanticVersions;
import hotshoe.archive.Translation;
import hotshoe.extension.ExtensionName;
import hotshoe.operation.OperationProvider;
import hotshoe.xapi.ArchiveReader.Archive;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reads archives of XenAPI calls: a folder of executables, each named like a call, and what a
 * {@code calls.yaml} among them declares.
 */
@Component
public final class XapiDialect implements Dialect {

  static final String NAME = "xapi";

  private static final String FILES = "files/";

  private final DocumentReader reader;

  /** A dialect that reads declarations with this. */
  @Activate
  public XapiDialect(@Reference DocumentReader reader) {
    this.reader = reader;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String mark() {
    return "calls.yaml, or executables named like calls alone";
  }

  @Override
  public boolean recognises(Contents contents) {
    Executables executables = Executables.in(contents);
    return executables.declaration().isPresent() || executables.areAll();
  }

  @Override
  public Description describe(String origin, Contents contents) {
    ArchiveReader reading = new ArchiveReader(reader, origin, contents);
    Optional<Archive> archive = reading.read();
    return archive.isEmpty()
        ? new NotUnderstood(reading.problems())
        : new Understood(descriptor(archive.get()), reading.problems());
  }

  private static Descriptor descriptor(Archive archive) {
    String name = archive.name().value();
    String title = archive.declaration().title();
    return new Descriptor(
        archive.name(),
        archive.version(),
        NAME,
        BundleForm.symbolicName(NAME, archive.name()),
        title.isBlank() ? name : title,
        archive.declaration().doc(),
        true,
        archive.declaration().needs(),
        List.of(
            new Capability(
                Namespaces.EXTENSION, Map.of("name", name, "version", archive.version()))));
  }

  @Override
  public Translation translate(Descriptor descriptor, Contents contents) {
    ArchiveReader reading =
        new ArchiveReader(
            reader,
            descriptor.name() + "-" + SemanticVersions.text(descriptor.version()),
            contents);
    Optional<Archive> archive = reading.read();
    if (archive.isEmpty()) {
      return new Translation.Impossible(reading.problems());
    }
    Executables executables = reading.executables();
    return new Translation.Bundle(
        BundleForm.of(descriptor)
            .withHeaders(headers(descriptor))
            .withComponents(
                List.of(component(archive.get(), executables)),
                Map.of(XapiOperations.class.getPackageName(), "[1.0,2)"))
            .carrying(executables.contents(), FILES));
  }

  private static Map<String, String> headers(Descriptor descriptor) {
    Map<String, String> headers = new TreeMap<>();
    headers.put(ExtensionName.HEADER, descriptor.name().value());
    headers.put("Bundle-Name", descriptor.title());
    headers.put("Bundle-Description", descriptor.description());
    headers.values().removeIf(String::isBlank);
    return headers;
  }

  private static ComponentForm component(Archive archive, Executables executables) {
    Map<String, Object> properties = new TreeMap<>();
    properties.put(XapiOperations.EXTENSION, archive.name().value());
    properties.put("root", FILES);
    if (!archive.undeclared().isEmpty()) {
      properties.put(XapiOperations.UNDECLARED, archive.undeclared());
    }
    executables
        .declaration()
        .ifPresent(file -> properties.put(XapiOperations.CALLS, text(executables, file)));
    return new ComponentForm(
        NAME,
        XapiOperations.class.getName(),
        List.of(OperationProvider.class.getName()),
        List.of(new ComponentForm.Reference(DocumentReader.class.getName())),
        properties);
  }

  private static String text(Executables executables, String file) {
    try (InputStream bytes = executables.contents().open(file).orElseThrow()) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
