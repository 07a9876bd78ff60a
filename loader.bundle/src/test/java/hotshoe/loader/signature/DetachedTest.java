package hotshoe.loader.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.loader.scripted.Golden;
import hotshoe.problem.Problem;
import hotshoe.problem.Severity;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures beside archives, as minisign makes them. */
class DetachedTest {

  private static final long ID = 0x1A2B3C4D5E6F7081L;

  @TempDir Path folder;
  private Path archive;
  private Path keys;
  private Signer acme;

  @BeforeEach
  void plant() throws Exception {
    archive = Files.writeString(folder.resolve("x.zip"), "any bytes: ".repeat(20_000));
    keys = folder.resolve("trusted-keys");
    acme = new Signer(ID);
    acme.trustIn(keys, "acme");
  }

  @ParameterizedTest
  @EnumSource(names = {"WARN", "REQUIRE"})
  void anArchiveOfATrustedSignerIsTakenWithItsName(SignaturePolicy policy) throws Exception {
    Verdict verdict = judge(policy, acme.sign(archive, "file:x.zip"));
    assertEquals(Optional.of("acme (key 1A2B3C4D5E6F7081)"), verdict.signer());
    assertEquals(List.of(), verdict.problems());
  }

  @Test
  void aSignatureOfTheOldKindIsAsGood() throws Exception {
    Verdict verdict = judge(SignaturePolicy.REQUIRE, acme.signOldWay(archive, "größe 1"));
    assertEquals(Optional.of("acme (key 1A2B3C4D5E6F7081)"), verdict.signer());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-l", "-H", "-c me", "-t größe-1"})
  void whatTheRealMinisignSignsIsGood(String option) throws Exception {
    run("minisign -G -W -p trusted-keys/real.pub -s real.key");
    String id = Files.readString(keys.resolve("real.pub")).split("\\s")[5];
    run("minisign -S " + option + " -s real.key -m x.zip");
    Verdict verdict =
        judge(SignaturePolicy.REQUIRE, Files.readAllBytes(folder.resolve("x.zip.minisig")));
    assertEquals(Optional.of("real (key " + id + ")"), verdict.signer(), verdict::toString);
    Files.writeString(archive, "another byte", StandardOpenOption.APPEND);
    Verdict altered =
        judge(SignaturePolicy.WARN, Files.readAllBytes(folder.resolve("x.zip.minisig")));
    assertEquals(List.of("HS-SIGNATURE-003"), codes(altered));
    assertFalse(altered.isAccepted());
  }

  @Test
  void theRealMinisignVerifiesWhatTheTestsSign() throws Exception {
    Files.writeString(folder.resolve("x.zip.minisig"), acme.sign(archive, "of the tests"));
    run("minisign -V -p trusted-keys/acme.pub -m x.zip");
    Files.writeString(folder.resolve("x.zip.minisig"), acme.signOldWay(archive, "of the tests"));
    run("minisign -V -p trusted-keys/acme.pub -m x.zip");
  }

  @Test
  void whateverIsWrongIsSaidInWords() throws Exception {
    List<String> lines = new ArrayList<>();
    String good = acme.sign(archive, "file:x.zip");
    new Signer(7).trustIn(keys, "bob");
    Files.writeString(keys.resolve("notes.txt"), "left alone");
    tell(lines, "nothing beside it", Optional.empty());
    tell(lines, "a key nobody knows", Optional.of(new Signer(8).sign(archive, "x")));
    tell(lines, "the number of a trusted key", Optional.of(new Signer(ID).sign(archive, "x")));
    tell(lines, "another comment", Optional.of(good.replace("file:x", "file:y")));
    tell(lines, "cut off", Optional.of(good.substring(0, 100)));
    tell(lines, "no line", Optional.of(""));
    tell(lines, "a page", Optional.of("<html>404</html>"));
    tell(lines, "a line more", Optional.of(good + "more"));
    tell(lines, "large", Optional.of(good + "\n".repeat(MinisignText.MAXIMUM_BYTES)));
    tell(lines, "short", Optional.of(good.replaceAll("(?m)^R.*$", "RUQ=")));
    tell(lines, "another algorithm", Optional.of(good.replaceAll("(?m)^RU", "UX")));
    Files.writeString(archive, "other bytes");
    tell(lines, "other bytes", Optional.of(good));
    Files.writeString(keys.resolve("carol.pub"), "-----BEGIN PGP");
    Files.writeString(keys.resolve("dora.pem"), "no certificate");
    Files.writeString(keys.resolve("erna.pub"), "untrusted comment: \n" + "A".repeat(70_000));
    tell(lines, "broken keys", Optional.empty());
    Golden.check("signatures-detached.txt", lines);
  }

  private void tell(List<String> lines, String name, Optional<String> signature) {
    lines.add(name);
    for (SignaturePolicy policy : List.of(SignaturePolicy.WARN, SignaturePolicy.REQUIRE)) {
      Verdict verdict = judge(policy, signature.map(text -> text.getBytes(StandardCharsets.UTF_8)));
      assertEquals(Optional.empty(), verdict.signer());
      lines.add("  " + policy + (verdict.isAccepted() ? " takes it" : " refuses it"));
      verdict.problems().stream()
          .map(problem -> "    " + problem.severity() + " " + problem)
          .forEach(lines::add);
    }
  }

  @Test
  void whoTurnedSignaturesOffIsToldNothing() throws Exception {
    assertEquals(
        new Verdict(Optional.empty(), List.of()),
        judge(SignaturePolicy.OFF, "nothing of minisign"));
  }

  @Test
  void whereNobodyIsTrustedNobodyIsWarned() throws Exception {
    Files.delete(keys.resolve("acme.pub"));
    Files.delete(keys);
    assertEquals(List.of(), judge(SignaturePolicy.WARN, Optional.empty()).problems());
    assertEquals(List.of(), judge(SignaturePolicy.WARN, acme.sign(archive, "unknown")).problems());
    assertFalse(judge(SignaturePolicy.REQUIRE, Optional.empty()).isAccepted());
  }

  @Test
  void aKeyCountsFromTheMomentItIsThere() throws Exception {
    Signer bob = new Signer(7);
    String signature = bob.sign(archive, "of bob");
    Signatures signatures = new Signatures(SignaturePolicy.REQUIRE, keys, "etc/trusted-keys");
    Optional<byte[]> bytes = Optional.of(signature.getBytes(StandardCharsets.UTF_8));
    assertFalse(signatures.judge("x.zip", archive, bytes).isAccepted());
    bob.trustIn(keys, "bob");
    assertTrue(signatures.judge("x.zip", archive, bytes).isAccepted());
    Files.delete(keys.resolve("bob.pub"));
    assertFalse(signatures.judge("x.zip", archive, bytes).isAccepted());
  }

  @Test
  void twoTrustedKeysOfOneNumberAreBothTried() throws Exception {
    Signer namesake = new Signer(ID);
    namesake.trustIn(keys, "zoe");
    assertEquals(
        Optional.of("zoe (key 1A2B3C4D5E6F7081)"),
        judge(SignaturePolicy.REQUIRE, namesake.sign(archive, "x")).signer());
  }

  @Test
  void aLargeArchiveThatWasSignedTheOldWayIsNotReadIntoMemory() throws Exception {
    String signature = acme.signOldWay(archive, "x");
    try (RandomAccessFile large = new RandomAccessFile(archive.toFile(), "rw")) {
      large.setLength(1L << 40);
    }
    Verdict verdict = judge(SignaturePolicy.WARN, signature);
    assertEquals(List.of("HS-SIGNATURE-006"), codes(verdict));
    assertFalse(verdict.isAccepted());
  }

  @Test
  void anArchiveThatIsGoneIsRefusedInWords() throws Exception {
    String signature = acme.sign(archive, "x");
    Files.delete(archive);
    assertEquals(List.of("HS-SIGNATURE-007"), codes(judge(SignaturePolicy.WARN, signature)));
  }

  @Test
  void aFolderOfKeysThatIsNoneIsToldAndTrustsNobody() throws Exception {
    String signature = acme.sign(archive, "x");
    Signatures signatures = new Signatures(SignaturePolicy.REQUIRE, archive, "etc/trusted-keys");
    Verdict verdict =
        signatures.judge("x.zip", archive, Optional.of(signature.getBytes(StandardCharsets.UTF_8)));
    assertEquals(List.of("HS-SIGNATURE-008", "HS-SIGNATURE-002"), codes(verdict));
    assertEquals(Severity.WARNING, verdict.problems().get(0).severity());
    assertFalse(verdict.isAccepted());
  }

  private Verdict judge(SignaturePolicy policy, String signature) {
    return judge(policy, signature.getBytes(StandardCharsets.UTF_8));
  }

  private Verdict judge(SignaturePolicy policy, byte[] signature) {
    return judge(policy, Optional.of(signature));
  }

  private Verdict judge(SignaturePolicy policy, Optional<byte[]> signature) {
    return new Signatures(policy, keys, "etc/trusted-keys").judge("x.zip", archive, signature);
  }

  private static List<String> codes(Verdict verdict) {
    return verdict.problems().stream().map(Problem::code).toList();
  }

  /** Runs a tool; {@code .ci/run} installs it where it is missing. */
  private void run(String command) throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(command.split(" +"))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertEquals(0, process.waitFor(), () -> read(log));
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }
}
