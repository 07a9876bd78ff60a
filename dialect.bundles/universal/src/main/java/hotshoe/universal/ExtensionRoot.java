package hotshoe.universal;

import hotshoe.archive.Contents;
import hotshoe.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;

/**
 * Where the files of an extension lie: at the root of its archive, or in the archive within a
 * template package (row UE-17).
 *
 * @param prefix what is before a file's name when people read it, such as {@code
 *     extension_archive.zip!}; empty where it lies in the archive itself
 * @param names its files
 * @param manifest the bytes of its {@code extension.yml}, if it is there and within the archive
 *     inside
 */
record ExtensionRoot(String prefix, Set<String> names, Optional<byte[]> manifest) {

  static final String MANIFEST = "extension.yml";
  static final String PROGRAM = "extension.py";
  static final String TEMPLATE = "template.json";
  static final String INNER = "extension_archive.zip";

  private static final Set<String> PACKAGE = Set.of(TEMPLATE, INNER, "template_icon.png");

  /** How looking for it can end. */
  sealed interface Search {}

  /** It is there. */
  record Found(ExtensionRoot root) implements Search {}

  /** There is a form, and no extension. */
  record FormOnly() implements Search {}

  /** It cannot be used. */
  record Unfit(Problem problem) implements Search {}

  /** Whether this is a template package: a form, an icon and the archive, and nothing else. */
  static boolean isPackage(Contents contents) {
    return contents.size(TEMPLATE).isPresent() && PACKAGE.containsAll(contents.names());
  }

  /** Whether an extension lies at the root, or in the only folder there. */
  static boolean isExtension(Contents contents) {
    return contents.size(MANIFEST).isPresent() || contents.size(PROGRAM).isPresent();
  }

  /** Looks for the files; those of an archive inside are checked here. */
  static Search in(String origin, Contents contents) {
    if (!isPackage(contents)) {
      return new Found(new ExtensionRoot("", contents.names(), Optional.empty()));
    }
    try (InputStream bytes = contents.open(INNER).orElse(null)) {
      return bytes == null
          ? new FormOnly()
          : new Found(InnerArchive.read(bytes, contents.size(INNER).orElse(0L)));
    } catch (NotTaken fault) {
      return new Unfit(UniversalProblems.inner(origin, fault.getMessage()));
    } catch (IOException | IllegalArgumentException broken) {
      return new Unfit(UniversalProblems.inner(origin, "it is damaged"));
    }
  }

  /** Whether a folder is there, or a file of this name. */
  boolean has(String path) {
    String folder = path.endsWith("/") ? path : path + "/";
    return names.contains(path) || names.stream().anyMatch(name -> name.startsWith(folder));
  }

  /** Why the archive inside is refused, in words. */
  static final class NotTaken extends IOException {
    private static final long serialVersionUID = 1L;

    NotTaken(String why) {
      super(why);
    }
  }
}
