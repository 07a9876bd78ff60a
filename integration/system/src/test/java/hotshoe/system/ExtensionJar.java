package hotshoe.system;

import hotshoe.system.script.ScriptedActivator;
import hotshoe.system.script.ScriptedSlice;
import hotshoe.system.script.ScriptedSlice.Deed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/**
 * Makes a real bundle in milliseconds, from a few words:
 *
 * <pre>{@code
 * ExtensionJar.named("alpha").version("1.2.0")
 *     .slice("one", slice -> slice.dependsOn("beta.two").does("start", Deed.THROW))
 *     .in(deployFolder, "alpha.jar");
 * }</pre>
 *
 * The manifest and the component descriptions are written by hand; the only class is {@link
 * ScriptedSlice}, which the build has compiled already.
 */
public final class ExtensionJar {
  private final String name;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private final List<ScriptedComponent> components = new ArrayList<>();
  private final StringJoiner imports = new StringJoiner(",");
  private String journal = "";

  private ExtensionJar(String name) {
    this.name = name;
    headers.put("Bundle-ManifestVersion", "2");
    headers.put("Bundle-SymbolicName", name);
    headers.put("Bundle-Version", "1.0.0");
    headers.put("Hotshoe-Extension", name);
    imports.add("hotshoe.slice;version=\"[1.0,2)\"").add("hotshoe.status;version=\"[1.0,2)\"");
  }

  /** An extension of this name, version 1.0.0, without slices. */
  public static ExtensionJar named(String name) {
    return new ExtensionJar(name);
  }

  public ExtensionJar version(String version) {
    return header("Bundle-Version", version);
  }

  public ExtensionJar header(String header, String value) {
    headers.put(header, value);
    return this;
  }

  /** Every step of every slice is written down in this file. */
  public ExtensionJar journal(Path file) {
    journal = file.toString();
    return this;
  }

  /** A slice {@code <extension>.<name>} that does nothing. */
  public ExtensionJar slice(String slice) {
    return slice(slice, UnaryOperator.identity());
  }

  /** A slice {@code <extension>.<name>}. */
  public ExtensionJar slice(String slice, UnaryOperator<ScriptedComponent> script) {
    return component(new ScriptedComponent(name + "." + slice), script);
  }

  /** A slice whose name is given in full, also outside of the extension. */
  public ExtensionJar sliceOutside(String fullName) {
    return component(new ScriptedComponent(fullName), UnaryOperator.identity());
  }

  private ExtensionJar component(ScriptedComponent blank, UnaryOperator<ScriptedComponent> script) {
    components.add(script.apply(blank));
    return this;
  }

  /** Code that runs while the bundle itself starts and stops, not in a slice. */
  public ExtensionJar activator(Deed atStart, Deed atStop) {
    imports.add("org.osgi.framework");
    return header("Bundle-Activator", ScriptedActivator.class.getName())
        .header("Script-Start", atStart.name())
        .header("Script-Stop", atStop.name());
  }

  /** Needs a package of that version range, such as {@code [1.0,2)}. */
  public ExtensionJar needs(String packageName, String range) {
    imports.add(packageName + ";version=\"" + range + "\"");
    return this;
  }

  /** Offers a package, which is empty. */
  public ExtensionJar offers(String packageName, String version) {
    entries.put(packageName.replace('.', '/') + "/package.txt", new byte[0]);
    return header("Export-Package", packageName + ";version=\"" + version + "\"");
  }

  /** Bytes that do not compress, to make copying take its time. */
  public ExtensionJar ballast(int bytes) {
    byte[] noise = new byte[bytes];
    new Random(bytes).nextBytes(noise);
    return entry("ballast", noise);
  }

  public ExtensionJar entry(String path, byte[] content) {
    entries.put(path, content);
    return this;
  }

  /** Writes the jar under that file name and answers its path. */
  public Path in(Path folder, String fileName) {
    try {
      return Files.write(folder.resolve(fileName), bytes());
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
      for (ScriptedComponent component : components) {
        byte[] xml = component.xml(journal).getBytes(StandardCharsets.UTF_8);
        add(jar, "OSGI-INF/" + component.name() + ".xml", xml);
      }
      for (String type : classes()) {
        addClass(jar, type);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return bytes.toByteArray();
  }

  private List<String> classes() {
    List<String> classes = new ArrayList<>();
    if (!components.isEmpty() || headers.containsKey("Bundle-Activator")) {
      classes.addAll(List.of("ScriptedSlice", "ScriptedActivator", "ScriptedSlice$Deed"));
      for (int deed = 1; deed <= Deed.values().length; deed++) {
        classes.add("ScriptedSlice$Deed$" + deed);
      }
    }
    return classes;
  }

  private byte[] manifest() throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.forEach(attributes::putValue);
    attributes.putValue("Import-Package", imports.toString());
    if (!components.isEmpty()) {
      attributes.putValue("Service-Component", "OSGI-INF/*.xml");
      attributes.putValue(
          "Require-Capability", "osgi.extender;filter:=\"(osgi.extender=osgi.component)\"");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    manifest.write(bytes);
    return bytes.toByteArray();
  }

  private static void addClass(JarOutputStream jar, String type) throws IOException {
    String path = "hotshoe/system/script/" + type + ".class";
    try (InputStream code = ExtensionJar.class.getResourceAsStream("/" + path)) {
      add(jar, path, code.readAllBytes());
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
