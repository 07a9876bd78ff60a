package hotshoe.cloudstack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import hotshoe.archive.Referral;
import hotshoe.conformance.Proves;
import hotshoe.extension.ExtensionName;
import hotshoe.loader.document.YamlDocuments;
import hotshoe.problem.Problem;
import hotshoe.translation.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where a manifest that came alone says its archive is. */
class ReferralTest {

  private static final String GIT = "source: {type: Git, url: 'https://github.com/a/b.git'%s}\n";

  private final CloudStackDialect dialect = new CloudStackDialect(new YamlDocuments());

  @Test
  @Proves("CS-28")
  void theRevisionIsReadByBothNamesAndIsMainOtherwise() {
    assertEquals(Optional.of("v1"), to(GIT.formatted(", refs: v1")).reference());
    assertEquals(Optional.of("1.10"), to(GIT.formatted(", ref: 1.10")).reference());
    assertEquals(Optional.of("v1"), to(GIT.formatted(", refs: v1, ref: v1")).reference());
    assertEquals(Optional.of("main"), to(GIT.formatted("")).reference());
  }

  @Test
  void whoseArchiveItIsAndWhereAreTold() {
    String digest = "0123456789abcdef".repeat(4);
    assertEquals(
        new Referral.To(
            new ExtensionName("my_ext_"),
            "git+https://github.com/a/b.git",
            Optional.of("main"),
            Optional.of(digest),
            "manifest.yaml"),
        to(GIT.formatted(", digest: 'SHA256:" + digest.toUpperCase(java.util.Locale.ROOT) + "'")));
    Referral.To direct = to("source: {type: zip, url: 'https://example.com/x.zip', refs: v1}\n");
    assertEquals("https://example.com/x.zip", direct.source());
    assertEquals(Optional.empty(), direct.reference());
  }

  @Test
  void faultsAreToldAndSoIsASourceThatIsMissingOrCannotBeFetched() throws IOException {
    Golden.matches(
        "referral.txt",
        Stream.of(
                "",
                "source: {type: git, url: ftp://example.com/x}\n",
                "source: {type: zip, url: /etc/passwd}\n",
                "source: {type: zip, url: 'file:///etc/passwd'}\n",
                "source: {type: zip, url: 'https://x/y', digest: '12'}\n",
                "source: [\n")
            .flatMap(source -> faults("https://example.com/manifest.yaml", source).stream())
            .toList());
  }

  @Test
  void aManifestOfThisMachineMaySpeakOfThisMachine() {
    byte[] manifest = bytes("source: {type: zip, url: 'file:///srv/x.zip'}\n");
    assertInstanceOf(
        Referral.To.class, dialect.referral("/srv/manifest.yaml", manifest).orElseThrow());
  }

  @Test
  void whatIsNoManifestOfCloudStackIsLeftToOthers() {
    for (String text :
        List.of(
            "",
            "a: 1",
            "extension: {name: x}",
            "PK\3\4\0\0",
            "[",
            "kind: Deployment",
            "kind: [1]")) {
      assertEquals(
          Optional.empty(), dialect.referral("x", text.getBytes(StandardCharsets.UTF_8)), text);
    }
  }

  private Referral.To to(String source) {
    Referral referral = dialect.referral("https://x/manifest.yml", bytes(source)).orElseThrow();
    return assertInstanceOf(Referral.To.class, referral);
  }

  private List<String> faults(String origin, String source) {
    Referral referral = dialect.referral(origin, bytes(source)).orElseThrow();
    return assertInstanceOf(Referral.Faulty.class, referral).problems().stream()
        .map(Problem::sentence)
        .toList();
  }

  private static byte[] bytes(String source) {
    return (Archive.GOOD + source).getBytes(StandardCharsets.UTF_8);
  }
}
