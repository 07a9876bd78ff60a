package hotshoe.loader.signature;

import hotshoe.loader.content.ContentProblems;
import hotshoe.loader.store.StoreProblems;
import hotshoe.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The folder that says whom the operator trusts: {@code NAME.pub} holds a key of minisign, {@code
 * NAME.pem}, {@code NAME.crt} and {@code NAME.cer} a certificate. It is read anew for each archive,
 * so a key that was added counts at once and one that was removed no longer. Other files are left
 * alone.
 */
final class KeysFolder {

  private static final Set<String> CERTIFICATES = Set.of("pem", "crt", "cer");
  private static final int MAXIMUM_FILES = 1_000;
  private static final int MAXIMUM_BYTES = 64 << 10;

  private final Path folder;
  private final String shown;

  KeysFolder(Path folder, String shown) {
    this.folder = folder;
    this.shown = shown;
  }

  /** As the operator wrote it. */
  String shown() {
    return shown;
  }

  /** What is there now. A folder that is missing trusts nobody. */
  TrustedKeys read() {
    List<MinisignKey> keys = new ArrayList<>();
    List<TrustedCertificate> certificates = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Path file : files(problems)) {
      String fileName = file.getFileName().toString();
      String name = ContentProblems.shown(fileName.substring(0, fileName.lastIndexOf('.')));
      try {
        if (ending(file).equals("pub")) {
          keys.add(MinisignKey.parse(name, bytes(file)));
        } else {
          certificates.add(TrustedCertificate.parse(name, bytes(file)));
        }
      } catch (Malformed malformed) {
        problems.add(SignatureProblems.keyFile(shown(fileName), malformed.getMessage()));
      } catch (IOException failure) {
        problems.add(SignatureProblems.keyFile(shown(fileName), StoreProblems.words(failure)));
      }
    }
    return new TrustedKeys(keys, certificates, problems);
  }

  private List<Path> files(List<Problem> problems) {
    List<Path> files = new ArrayList<>();
    if (Files.notExists(folder)) {
      return files;
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, KeysFolder::isKey)) {
      all.forEach(files::add);
    } catch (DirectoryIteratorException failure) {
      problems.add(SignatureProblems.keysFolder(shown, StoreProblems.words(failure.getCause())));
    } catch (IOException failure) {
      problems.add(SignatureProblems.keysFolder(shown, StoreProblems.words(failure)));
    }
    if (files.size() > MAXIMUM_FILES) {
      problems.add(
          SignatureProblems.keysFolder(shown, "it holds more than " + MAXIMUM_FILES + " keys"));
      return List.of();
    }
    files.sort(null);
    return files;
  }

  private static boolean isKey(Path file) {
    String ending = ending(file);
    return (ending.equals("pub") || CERTIFICATES.contains(ending)) && Files.isRegularFile(file);
  }

  private static String ending(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? "" : name.substring(dot + 1);
  }

  private static byte[] bytes(Path file) throws IOException, Malformed {
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] bytes = stream.readNBytes(MAXIMUM_BYTES + 1);
      if (bytes.length > MAXIMUM_BYTES) {
        throw new Malformed("it has more than " + MAXIMUM_BYTES + " bytes");
      }
      return bytes;
    }
  }

  private String shown(String fileName) {
    return shown + "/" + ContentProblems.shown(fileName);
  }
}
