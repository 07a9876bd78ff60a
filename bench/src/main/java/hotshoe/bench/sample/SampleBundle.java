package hotshoe.bench.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A small bundle with one immediate component. The component's class was compiled once, with this
 * one; each bundle gets a copy in which the name is replaced, so a thousand take a second.
 *
 * @param number makes the name, 0 to 99999
 */
public record SampleBundle(int number) {

  private static final String TEMPLATE = "p00000";
  private static final String FOLDER = "bench/sample/";

  public SampleBundle {
    if (number < 0 || number > 99_999) {
      throw new IllegalArgumentException("not a number of five digits: " + number);
    }
  }

  /** The bundle's symbolic name, and what its component answers to {@code toString}. */
  public String name() {
    return "p%05d".formatted(number);
  }

  /** Writes the bundle into the folder, named after itself. */
  public Path writeInto(Path folder) throws IOException {
    Path file = folder.resolve(name() + ".jar");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries().entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }

  /** Writes so many bundles, counted from {@code first}, unless they are there already. */
  public static List<Path> writeAll(Path folder, int first, int count) throws IOException {
    Files.createDirectories(folder);
    return IntStream.range(first, first + count)
        .mapToObj(SampleBundle::new)
        .map(bundle -> bundle.present(folder))
        .toList();
  }

  private Path present(Path folder) {
    try {
      Path file = folder.resolve(name() + ".jar");
      return Files.exists(file) ? file : writeInto(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, byte[]> entries() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("META-INF/MANIFEST.MF", manifest());
    entries.put("OSGI-INF/component.xml", component().getBytes(StandardCharsets.UTF_8));
    entries.put(FOLDER + name() + "/SampleComponent.class", patchedClass());
    return entries;
  }

  private byte[] manifest() throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", name());
    main.putValue("Bundle-Version", "1.0.0");
    main.putValue("Service-Component", "OSGI-INF/component.xml");
    main.putValue("Export-Package", "bench.sample." + name() + ";version=\"1.0.0\"");
    main.putValue(
        "Require-Capability",
        "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.3.0)(!(version>=2.0.0)))\"");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    manifest.write(bytes);
    return bytes.toByteArray();
  }

  private String component() {
    return """
        <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="NAME"
            immediate="true" activate="activate">
          <implementation class="bench.sample.NAME.SampleComponent"/>
          <service><provide interface="java.lang.Runnable"/></service>
        </scr:component>
        """
        .replace("NAME", name());
  }

  /** Names of equal length: the constant pool's lengths stay right. */
  private byte[] patchedClass() throws IOException {
    String path = "/" + FOLDER + TEMPLATE + "/SampleComponent.class";
    try (InputStream in = SampleBundle.class.getResourceAsStream(path)) {
      String latin = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      return latin.replace(TEMPLATE, name()).getBytes(StandardCharsets.ISO_8859_1);
    }
  }
}
