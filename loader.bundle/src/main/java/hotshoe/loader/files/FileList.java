package hotshoe.loader.files;

import hotshoe.archive.BundleForm;
import hotshoe.loader.archive.Digest;
import hotshoe.loader.form.CarriedFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/**
 * The files that a bundle wants laid.
 *
 * @param digest of the list itself, and so of everything in it
 * @param files those below {@link BundleForm#FILES}
 */
record FileList(Digest digest, List<CarriedFile> files) {
  FileList {
    files = List.copyOf(files);
  }

  /** Reads the list of a bundle. */
  static FileList of(URL list) throws IOException {
    byte[] bytes;
    try (InputStream stream = list.openStream()) {
      bytes = stream.readAllBytes();
    }
    MessageDigest computation = Digest.computation();
    computation.update(bytes);
    List<CarriedFile> files =
        CarriedFile.read(new String(bytes, StandardCharsets.UTF_8)).stream()
            .filter(file -> file.name().startsWith(BundleForm.FILES))
            .toList();
    return new FileList(Digest.of(computation), files);
  }
}
