package hotshoe.loader.form;

import hotshoe.archive.BundleForm;
import hotshoe.archive.Contents;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Carries the files of an archive over into a bundle, and notes what they were. */
final class Carriage {

  private final BundleForm form;
  private final Contents contents;
  private final Map<String, String> nameOf = new HashMap<>();

  Carriage(BundleForm form, Contents contents) {
    this.form = form;
    this.contents = contents;
    form.files().forEach((name, source) -> nameOf.put(source, name));
  }

  List<CarriedFile> into(JarOutput jar) throws IOException {
    List<CarriedFile> carried = new ArrayList<>();
    for (Map.Entry<String, String> file : form.files().entrySet()) {
      carried.add(carry(file.getKey(), file.getValue(), jar));
    }
    return carried;
  }

  /** Every byte is read once: its digest is made while it passes. */
  private CarriedFile carry(String name, String source, JarOutput jar) throws IOException {
    boolean executable = form.programs().contains(name) || contents.isExecutable(source);
    Optional<String> target = contents.link(source).map(nameOf::get);
    MessageDigest digest = computation();
    try (InputStream bytes =
        new DigestInputStream(
            contents
                .open(source)
                .orElseThrow(() -> new IOException("the archive has no file " + source)),
            digest)) {
      int mode = executable ? BundleWriter.EXECUTABLE : BundleWriter.READABLE;
      long size = jar.add(name, mode, bytes);
      return new CarriedFile(
          name, HexFormat.of().formatHex(digest.digest()), size, executable, target);
    }
  }

  private static MessageDigest computation() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
