package hotshoe.loader.source;

import hotshoe.archive.Contents;
import hotshoe.archive.Description;
import hotshoe.archive.Descriptor;
import hotshoe.archive.Dialect;
import hotshoe.archive.Referral;
import hotshoe.archive.Translation;
import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Manifests of one line: {@code refer NAME SOURCE [REFERENCE|-] [DIGEST]}. */
final class ReferringDialect implements Dialect {

  @Override
  public String name() {
    return "referring";
  }

  @Override
  public boolean recognises(Contents contents) {
    return contents.size("manifest.txt").isPresent();
  }

  @Override
  public Optional<Referral> referral(String origin, byte[] manifest) {
    String[] words = new String(manifest, StandardCharsets.UTF_8).strip().split(" ");
    if (!words[0].equals("refer")) {
      return Optional.empty();
    }
    if (words.length == 1) {
      throw new IllegalStateException("a fault of the dialect");
    }
    if (words.length < 3) {
      return Optional.of(
          new Referral.Faulty(List.of(Problem.error("HS-MANIFEST-001", "too short").at(origin))));
    }
    return Optional.of(
        new Referral.To(
            new ExtensionName(words[1]),
            words[2],
            words.length > 3 ? Optional.of(words[3]).filter(w -> !w.equals("-")) : Optional.empty(),
            words.length > 4 ? Optional.of(words[4]) : Optional.empty(),
            "manifest.txt"));
  }

  @Override
  public Description describe(String origin, Contents contents) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Translation translate(Descriptor descriptor, Contents contents) {
    throw new UnsupportedOperationException();
  }
}
