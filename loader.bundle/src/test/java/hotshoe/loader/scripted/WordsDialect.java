package hotshoe.loader.scripted;

import hotshoe.archive.BundleForm;
import hotshoe.archive.Capability;
import hotshoe.archive.ComponentForm;
import hotshoe.archive.Contents;
import hotshoe.archive.Description;
import hotshoe.archive.Descriptor;
import hotshoe.archive.Dialect;
import hotshoe.archive.Namespaces;
import hotshoe.archive.Requirement;
import hotshoe.archive.Translation;
import hotshoe.extension.ExtensionName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.osgi.framework.Version;

/** A format for tests: {@code words.txt} holds a name, a version, and what to say. */
public final class WordsDialect implements Dialect {

  /** Who says this does not want to run at once. */
  public static final String DISABLED = "hush";

  @Override
  public String name() {
    return "words";
  }

  @Override
  public String mark() {
    return "words.txt";
  }

  @Override
  public boolean recognises(Contents contents) {
    return contents.size("words.txt").isPresent();
  }

  @Override
  public Description describe(String origin, Contents contents) {
    String[] words = words(contents).split(" ", 3);
    ExtensionName name = new ExtensionName(words[0]);
    Version version = new Version(words[1]);
    return new Description.Understood(
        new Descriptor(
            name,
            version,
            name(),
            words[0],
            words[0],
            words[2],
            !words[2].equals(DISABLED),
            List.of(new Requirement(Namespaces.PLATFORM, "(platform=\"\\5c)", true)),
            List.of(
                new Capability(
                    Namespaces.EXTENSION, Map.of("name", words[0], "version", version)))));
  }

  @Override
  public Translation translate(Descriptor descriptor, Contents contents) {
    return new Translation.Bundle(form(descriptor).carrying(contents, "files/"));
  }

  /** The form of a bundle that says what the descriptor says. */
  public static BundleForm form(Descriptor descriptor) {
    return BundleForm.of(descriptor)
        .withHeaders(Map.of("Hotshoe-Extension", descriptor.name().value()))
        .withComponents(
            List.of(
                new ComponentForm(
                    "speaker",
                    SpokenWords.class.getName(),
                    List.of(Supplier.class.getName()),
                    List.of(new ComponentForm.Reference(Consumer.class.getName(), "(journal=all)")),
                    Map.of(
                        "words",
                        descriptor.description(),
                        "count",
                        3L,
                        "loud",
                        true,
                        "list",
                        List.of("a, b", "<c> & \"d\"")))),
            Map.of(SpokenWords.class.getPackageName(), "[1.2,2)"));
  }

  private static String words(Contents contents) {
    try (InputStream bytes = contents.open("words.txt").orElseThrow()) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
