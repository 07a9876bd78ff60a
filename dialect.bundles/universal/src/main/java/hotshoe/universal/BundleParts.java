package hotshoe.universal;

import hotshoe.archive.BundleForm;
import hotshoe.archive.ComponentForm;
import hotshoe.archive.Contents;
import hotshoe.archive.Descriptor;
import hotshoe.archive.DocumentReader;
import hotshoe.archive.SemanticVersions;
import hotshoe.extension.ExtensionName;
import hotshoe.operation.OperationProvider;
import hotshoe.universal.ExtensionReader.Archive;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the bundle of an extension has beside its files: headers, and the component that offers. */
record BundleParts(Descriptor descriptor, Archive archive, Contents contents) {

  /** Where the files of the archive are in the bundle. */
  static final String FILES = "files/";

  /** The name of the extension, a property of the component. */
  static final String EXTENSION = "extension";

  /** What {@code template.json} says, a property that nobody but the component sees. */
  static final String TEMPLATE = ".template";

  private static final String COMPONENT = "universal";
  private static final String PACKAGE = UniversalOperations.class.getPackageName();

  BundleForm addTo(BundleForm form) {
    BundleForm described = form.withHeaders(headers());
    return archive
        .root()
        .map(root -> described.withComponents(List.of(component(root)), Map.of(PACKAGE, "[1.0,2)")))
        .orElse(described);
  }

  private ComponentForm component(ExtensionRoot root) {
    return new ComponentForm(
        COMPONENT,
        UniversalOperations.class.getName(),
        List.of(OperationProvider.class.getName()),
        List.of(new ComponentForm.Reference(DocumentReader.class.getName())),
        properties(root));
  }

  /** Everything the manifest says can be seen in the bundle afterwards (row UE-1). */
  private Map<String, String> headers() {
    Manifest manifest = archive.manifest();
    Map<String, String> headers = new TreeMap<>();
    headers.put(ExtensionName.HEADER, descriptor.name().value());
    headers.put("Bundle-Name", descriptor.title());
    headers.put("Bundle-Description", descriptor.description());
    headers.put("Bundle-Vendor", vendor(manifest));
    headers.put("Universal-Version", version());
    headers.put("Universal-Api-Level", manifest.apiLevel());
    headers.put("Universal-Requires-Python", manifest.requiresPython());
    headers.put("Universal-Python-Extra-Paths", String.join(":", manifest.extraPaths()));
    headers.put(
        "Universal-Zip-Safe", archive.root().map(root -> "" + manifest.zipSafe()).orElse(""));
    headers.put("Universal-Owner", manifest.owner());
    headers.put("Universal-Organization", manifest.organization());
    headers.put("Universal-Comments", manifest.comments());
    if (ExtensionRoot.isPackage(contents)) {
      headers.put(BundleForm.ARCHIVE_NAME, packageName());
    }
    headers.values().removeIf(String::isBlank);
    return headers;
  }

  /** A form without an extension has none. */
  private String version() {
    return archive
        .root()
        .map(root -> SemanticVersions.text(archive.manifest().version()))
        .orElse("");
  }

  /** As its home system names what it exports (row UE-17). */
  private String packageName() {
    String name = archive.template().map(Template::name).orElse("");
    String safe = name.replaceAll("[^A-Za-z0-9_]", "_");
    String head = "unv_tmplt_" + (safe.length() > 100 ? safe.substring(0, 100) : safe);
    return head + (version().isEmpty() ? "" : "-" + version()) + ".zip";
  }

  private static String vendor(Manifest manifest) {
    return manifest.organization().isEmpty() ? manifest.owner() : manifest.organization();
  }

  /** What whoever runs it has to know: where it lies, and what it needs of Python. */
  private Map<String, Object> properties(ExtensionRoot root) {
    Manifest manifest = archive.manifest();
    Map<String, Object> properties = new TreeMap<>();
    properties.put(EXTENSION, descriptor.name().value());
    properties.put("api_level", manifest.apiLevel());
    properties.put("requires_python", manifest.requiresPython());
    put(properties, "python_extra_paths", manifest.extraPaths());
    properties.put("zip_safe", manifest.zipSafe());
    properties.put("root", FILES + root.prefix());
    put(properties, "wheels", archive.wheels().stream().map(Wheel::file).sorted().toList());
    if (archive.template().isPresent()) {
      properties.put(TEMPLATE, text(ExtensionRoot.TEMPLATE));
    }
    return properties;
  }

  /** An empty list is none. */
  private static void put(Map<String, Object> properties, String key, List<String> texts) {
    if (!texts.isEmpty()) {
      properties.put(key, texts);
    }
  }

  private String text(String file) {
    try (InputStream bytes = contents.open(file).orElseThrow()) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
