package hotshoe.loader.form;

import hotshoe.archive.BundleForm;
import hotshoe.archive.ComponentForm;
import hotshoe.archive.Contents;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

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
      for (Map.Entry<String, String> file : form.files().entrySet()) {
        carry(file.getKey(), file.getValue(), contents, jar);
      }
      jar.finish();
    }
  }

  private static void carry(String name, String source, Contents contents, JarOutput jar)
      throws IOException {
    try (InputStream bytes =
        contents
            .open(source)
            .orElseThrow(() -> new IOException("the archive has no file " + source))) {
      jar.add(name, contents.isExecutable(source) ? EXECUTABLE : READABLE, bytes);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
