package hotshoe.loader.scripted;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/**
 * Makes a real bundle in less than a millisecond, from a few words:
 *
 * <pre>{@code
 * BundleJar.named("hello").version("1.2.0").needs("org.words", "[1,2)").starts("throw")
 *     .in(deployFolder, "hello.jar");
 * }</pre>
 *
 * The only class is {@link ScriptedActivator}, which the build has compiled already.
 */
public final class BundleJar {

  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private final StringJoiner imports = new StringJoiner(",");
  private final StringJoiner exports = new StringJoiner(",");

  private BundleJar() {}

  /** A bundle of this symbolic name, version 1.0.0, which does nothing. */
  public static BundleJar named(String symbolicName) {
    return plain()
        .header("Bundle-ManifestVersion", "2")
        .header("Bundle-SymbolicName", symbolicName)
        .header("Bundle-Version", "1.0.0");
  }

  /** A jar that is not a bundle. */
  public static BundleJar plain() {
    return new BundleJar();
  }

  public BundleJar version(String version) {
    return header("Bundle-Version", version);
  }

  public BundleJar header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** Gives the extension another name than the bundle. */
  public BundleJar extension(String name) {
    return header("Hotshoe-Extension", name);
  }

  /** Has an activator, which tells the journal and then does this: nothing, throw, hang or call. */
  public BundleJar starts(String deed) {
    imports.add("org.osgi.framework");
    entry(
        ScriptedActivator.class.getName().replace('.', '/') + ".class",
        classBytes(ScriptedActivator.class));
    header("Bundle-Activator", ScriptedActivator.class.getName());
    return header("Test-Start", deed);
  }

  public BundleJar offers(String packageName, String version) {
    return exporting(packageName, "version=\"" + version + "\"");
  }

  /** Offers a package whose types show types of another one. */
  public BundleJar offersUsing(String packageName, String version, String used) {
    return exporting(packageName, "version=\"" + version + "\";uses:=\"" + used + "\"");
  }

  private BundleJar exporting(String packageName, String attributes) {
    exports.add(packageName + ";" + attributes);
    return entry(packageName.replace('.', '/') + "/words.txt", new byte[0]);
  }

  public BundleJar needs(String packageName, String range) {
    imports.add(packageName + ";version=\"" + range + "\"");
    return this;
  }

  public BundleJar mayUse(String packageName) {
    imports.add(packageName + ";resolution:=optional");
    return this;
  }

  public BundleJar requires(String capabilities) {
    return header("Require-Capability", capabilities);
  }

  /** A component of declarative services, described by this XML. */
  public BundleJar component(String xml) {
    header("Service-Component", "OSGI-INF/*.xml");
    return entry("OSGI-INF/component.xml", xml.getBytes(StandardCharsets.UTF_8));
  }

  public BundleJar entry(String path, byte[] content) {
    entries.put(path, content);
    return this;
  }

  /** Bytes that do not compress. */
  public BundleJar ballast(int bytes) {
    byte[] noise = new byte[bytes];
    new Random(bytes).nextBytes(noise);
    return entry("ballast", noise);
  }

  /** Writes the jar into a folder in one step, and answers its path. */
  public Path in(Path folder, String fileName) {
    try {
      Path unfinished = folder.resolve("." + fileName);
      Files.write(unfinished, bytes());
      return Files.move(unfinished, folder.resolve(fileName), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The jar; equal descriptions give equal bytes. */
  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes)) {
      add(jar, "META-INF/MANIFEST.MF", manifest());
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        add(jar, entry.getKey(), entry.getValue());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return bytes.toByteArray();
  }

  private byte[] manifest() throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.forEach(attributes::putValue);
    if (imports.length() > 0) {
      attributes.putValue("Import-Package", imports.toString());
    }
    if (exports.length() > 0) {
      attributes.putValue("Export-Package", exports.toString());
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    manifest.write(bytes);
    return bytes.toByteArray();
  }

  private static byte[] classBytes(Class<?> type) {
    String path = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream code = BundleJar.class.getResourceAsStream(path)) {
      return code.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void add(JarOutputStream jar, String path, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(path);
    entry.setTime(0);
    jar.putNextEntry(entry);
    jar.write(content);
    jar.closeEntry();
  }
}
