package hotshoe.loader.form;

import hotshoe.archive.BundleForm;
import hotshoe.archive.ComponentForm;
import hotshoe.archive.Contents;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Manifest;

/**
 * Writes the form of a bundle as a jar. The bytes depend on the form and the contents alone: fixed
 * times, a fixed order, and nothing is compressed, because every Java platform compresses
 * otherwise.
 */
public final class BundleWriter {

  static final int READABLE = 0100644;
  static final int EXECUTABLE = 0100755;

  private BundleWriter() {}

  /**
   * Writes a bundle to a file, which may exist already.
   *
   * @throws IOException also when the contents lack a file that the form carries over, and when
   *     there are more than 65,535 files or 4 GB
   */
  public static void write(BundleForm form, Contents contents, Path target) throws IOException {
    try (JarOutput jar = new JarOutput(target)) {
      jar.add("META-INF/MANIFEST.MF", READABLE, utf8(ManifestText.of(form)));
      for (ComponentForm component : form.components()) {
        jar.add(component.file(), READABLE, utf8(ComponentXml.of(component)));
      }
      for (Map.Entry<String, String> text : form.texts().entrySet()) {
        jar.add(text.getKey(), READABLE, utf8(text.getValue()));
      }
      List<CarriedFile> carried = new Carriage(form, contents).into(jar);
      if (!carried.isEmpty()) {
        jar.add(BundleForm.LIST, READABLE, utf8(CarriedFile.write(carried)));
      }
      jar.finish();
    }
  }

  /** The manifest that the bundle of a form has. */
  public static Manifest manifest(BundleForm form) throws IOException {
    return new Manifest(new ByteArrayInputStream(utf8(ManifestText.of(form))));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
