package hotshoe.loader.archive;

import hotshoe.archive.Description;
import hotshoe.archive.Description.Understood;
import hotshoe.archive.Descriptor;
import hotshoe.archive.Dialect;
import hotshoe.archive.SemanticVersions;
import hotshoe.archive.Translation;
import hotshoe.loader.content.ArchiveReader;
import hotshoe.loader.content.Contents;
import hotshoe.loader.content.Opening.Opened;
import hotshoe.loader.form.BundleWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Gives the framework the bytes of an archive in the store: as they are, or as the bundle that its
 * dialect makes of them. The same archive always gives the same bytes, so none of them are kept.
 */
public final class Translator {

  private final ArchiveReader reader;
  private final Dialects dialects;

  /** A translator for these dialects. */
  public Translator(ArchiveReader reader, Dialects dialects) {
    this.reader = reader;
    this.dialects = dialects;
  }

  /**
   * Opens the bundle that an archive is or becomes.
   *
   * @param descriptor what the archive was understood as
   * @param archive its bytes
   * @param scratch where a bundle may be written; nothing is there once the stream is closed
   * @throws IOException also when the dialect is not there, or understands it no longer
   */
  public InputStream open(Descriptor descriptor, Path archive, Path scratch) throws IOException {
    Dialect dialect =
        dialects
            .named(descriptor.dialect())
            .orElseThrow(
                () -> new IOException("nothing here reads the format " + descriptor.dialect()));
    if (dialect instanceof NativeDialect) {
      return Files.newInputStream(archive);
    }
    if (!(reader.open(descriptor.name().value(), archive) instanceof Opened opened)) {
      throw new IOException("the archive is damaged");
    }
    try (Contents contents = opened.contents()) {
      return translated(descriptor, dialect, contents, archive, scratch);
    }
  }

  /** Whether somebody reads the format in which an archive is written. */
  public boolean knows(Descriptor descriptor) {
    return dialects.named(descriptor.dialect()).isPresent();
  }

  private static InputStream translated(
      Descriptor descriptor, Dialect dialect, Contents contents, Path archive, Path scratch)
      throws IOException {
    Description description = dialect.describe(origin(descriptor), contents);
    if (!(description instanceof Understood understood)) {
      throw new IOException("the format " + dialect.name() + " does not understand it any more");
    }
    Translation translation = dialect.translate(understood.descriptor(), contents);
    if (translation instanceof Translation.Bundle bundle) {
      return written(bundle, contents, scratch);
    }
    if (translation instanceof Translation.Unchanged) {
      return Files.newInputStream(archive);
    }
    throw new IOException("the format " + dialect.name() + " makes no bundle of it any more");
  }

  /** As its author might have called the archive: what it came as is not known any more. */
  private static String origin(Descriptor descriptor) {
    return descriptor.name() + "-" + SemanticVersions.text(descriptor.version());
  }

  private static InputStream written(Translation.Bundle bundle, Contents contents, Path scratch)
      throws IOException {
    try {
      BundleWriter.write(bundle.form(), contents, scratch);
      return Files.newInputStream(scratch, StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException | RuntimeException failure) {
      Files.deleteIfExists(scratch);
      throw failure;
    }
  }
}
