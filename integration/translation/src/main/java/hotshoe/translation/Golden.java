package hotshoe.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hotshoe.archive.BundleForm;
import hotshoe.archive.Contents;
import hotshoe.archive.Description;
import hotshoe.archive.Description.NotUnderstood;
import hotshoe.archive.Description.Understood;
import hotshoe.archive.Translation;
import hotshoe.loader.form.BundleWriter;
import hotshoe.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Compares with files that people have read; {@code GOLDEN_WRITE=true} writes them anew. */
public final class Golden {

  private Golden() {}

  /** Fails unless the lines are those of the golden file. */
  public static void matches(String name, List<String> lines) throws IOException {
    String actual = String.join("\n", lines) + "\n";
    if (Boolean.parseBoolean(System.getenv("GOLDEN_WRITE"))) {
      Files.writeString(Path.of("src/test/resources/golden").resolve(name), actual);
      return;
    }
    try (InputStream expected = Golden.class.getResourceAsStream("/golden/" + name)) {
      assertEquals(new String(expected.readAllBytes(), StandardCharsets.UTF_8), actual, name);
    }
  }

  /** What describing ended with, in lines. */
  public static List<String> lines(Description description) {
    return description instanceof Understood understood
        ? Stream.concat(
                Stream.of("" + understood.descriptor()),
                Stream.concat(
                    understood.descriptor().needs().stream()
                        .map(need -> "needs " + need.namespace() + " " + need.filter()),
                    understood.warnings().stream().map(Problem::sentence)))
            .toList()
        : ((NotUnderstood) description).problems().stream().map(Problem::sentence).toList();
  }

  /** The whole bundle, as far as it is not files of the archive. */
  public static List<String> lines(Translation translation, Contents contents, Path folder)
      throws IOException {
    Path jar = Files.createTempFile(folder, "bundle", ".jar");
    BundleWriter.write(((Translation.Bundle) translation).form(), contents, jar);
    List<String> lines = new ArrayList<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
        lines.add("=== " + entry.getName());
        // the list holds digests of archives that tests make anew, with the time in them
        if (!entry.getName().startsWith("files/") && !entry.getName().equals(BundleForm.LIST)) {
          String text =
              new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
          lines.addAll(text.lines().toList());
        }
      }
    }
    return lines;
  }
}
