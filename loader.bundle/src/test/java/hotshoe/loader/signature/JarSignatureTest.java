package hotshoe.loader.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.loader.scripted.BundleJar;
import hotshoe.loader.scripted.Golden;
import hotshoe.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signatures inside of jars, as the platform's tools make them. */
class JarSignatureTest {

  @TempDir static Path shared;
  private static JarMakers makers;

  @TempDir Path folder;
  private Path jar;
  private Path keys;

  @BeforeAll
  static void makePeople() throws Exception {
    makers = new JarMakers(shared);
  }

  @BeforeEach
  void plant() throws Exception {
    jar = folder.resolve("x.jar");
    byte[] text = "text".repeat(1000).getBytes(StandardCharsets.UTF_8);
    Files.write(jar, BundleJar.named("hello").entry("a.txt", text).entry("b/c.txt", text).bytes());
    keys = folder.resolve("trusted-keys");
    makers.trust(keys, "acme");
    makers.trust(keys, "authority");
  }

  @Test
  void whatTheRealToolSignsForATrustedSignerIsTaken() throws Exception {
    makers.jarsigner(jar, "acme", folder.resolve("log"));
    Verdict verdict = judge(SignaturePolicy.REQUIRE);
    assertEquals(List.of(), verdict.problems());
    assertTrue(
        verdict.signer().orElseThrow().matches("acme \\(certificate [0-9A-F]{16}\\)"),
        verdict::toString);
  }

  @Test
  void whomATrustedAuthorityVouchesForIsNamedBesideIt() throws Exception {
    makers.jarsigner(jar, "staff", folder.resolve("log"));
    Verdict verdict = judge(SignaturePolicy.REQUIRE);
    assertTrue(
        verdict
            .signer()
            .orElseThrow()
            .matches("authority: CN=staff \\(certificate [0-9A-F]{16}\\)"),
        verdict::toString);
  }

  @Test
  void ofSeveralSignersATrustedOneIsEnough() throws Exception {
    makers.sign(jar, "stranger");
    makers.sign(jar, "acme");
    assertTrue(judge(SignaturePolicy.REQUIRE).signer().orElseThrow().startsWith("acme"));
  }

  @Test
  void anyZipArchiveCanBeSignedSo() throws Exception {
    Files.write(jar, zip(Map.of("manifest.yaml", "name: x".getBytes(StandardCharsets.UTF_8))));
    makers.sign(jar, "acme");
    assertTrue(judge(SignaturePolicy.REQUIRE).signer().orElseThrow().startsWith("acme"));
  }

  @Test
  void aSignatureBesideItCountsAsMuchAsOneInside() throws Exception {
    makers.sign(jar, "stranger");
    Signer bob = new Signer(7);
    bob.trustIn(keys, "bob");
    byte[] beside = bob.sign(jar, "x").getBytes(StandardCharsets.UTF_8);
    Verdict verdict =
        new Signatures(SignaturePolicy.REQUIRE, keys, "k").judge("x", jar, Optional.of(beside));
    assertEquals(Optional.of("bob (key 7)"), verdict.signer());
  }

  @Test
  void whateverIsWrongIsSaidInWords() throws Exception {
    List<String> lines = new ArrayList<>();
    byte[] plain = Files.readAllBytes(jar);
    tell(lines, "not signed");
    for (String name : List.of("stranger", "old", "web", "retired", "short")) {
      if (!name.equals("retired") && !name.equals("stranger")) {
        makers.trust(keys, name);
      }
      Files.write(jar, plain);
      makers.sign(jar, name);
      tell(lines, "signed by " + name);
    }
    Files.write(jar, plain);
    makers.sign(jar, "acme", "MD5");
    tell(lines, "weak digests");
    for (String name : List.of("acme", "staff", "stranger")) {
      Files.write(jar, plain);
      makers.sign(jar, name);
      byte[] signed = Files.readAllBytes(jar);
      change(signed, files -> files.put("a.txt", new byte[9]));
      tell(lines, "changed, of " + name);
      change(signed, files -> files.put("z.txt", new byte[9]));
      tell(lines, "added, of " + name);
      change(signed, files -> files.remove("a.txt"));
      tell(lines, "taken out, of " + name);
      change(signed, files -> files.put("META-INF/MANIFEST.MF", other(files)));
      tell(lines, "another manifest, of " + name);
      change(signed, files -> files.replaceAll(JarSignatureTest::garbled));
      tell(lines, "garbled block, of " + name);
    }
    Golden.check("signatures-inside.txt", lines);
  }

  @Test
  void anArchiveOfAnotherKindHasNoSignatureInside() throws Exception {
    Files.writeString(jar, "no zip");
    assertEquals(List.of("HS-SIGNATURE-001"), codes(judge(SignaturePolicy.REQUIRE)));
    Files.write(jar, new byte[0]);
    assertEquals(List.of("HS-SIGNATURE-001"), codes(judge(SignaturePolicy.REQUIRE)));
    Files.writeString(jar, "PK is not enough");
    assertEquals(List.of("HS-SIGNATURE-001"), codes(judge(SignaturePolicy.REQUIRE)));
  }

  private void tell(List<String> lines, String name) {
    lines.add(name);
    for (SignaturePolicy policy : List.of(SignaturePolicy.WARN, SignaturePolicy.REQUIRE)) {
      Verdict verdict = judge(policy);
      lines.add(
          "  "
              + policy
              + (verdict.isAccepted() ? " takes it" : " refuses it")
              + verdict.signer().map(who -> " of " + who).orElse(""));
      verdict.problems().stream()
          .map(problem -> "    " + problem.severity() + " " + problem)
          .map(line -> line.replaceAll("certificate [0-9A-F]{16}", "certificate #"))
          .forEach(lines::add);
    }
  }

  private Verdict judge(SignaturePolicy policy) {
    Verdict verdict =
        new Signatures(policy, keys, "etc/trusted-keys").judge("x.jar", jar, Optional.empty());
    assertFalse(verdict.signer().isPresent() && !verdict.isAccepted());
    return verdict;
  }

  private static List<String> codes(Verdict verdict) {
    return verdict.problems().stream().map(Problem::code).toList();
  }

  private static byte[] garbled(String name, byte[] bytes) {
    return name.endsWith(".EC") ? new byte[100] : bytes;
  }

  private static byte[] other(Map<String, byte[]> files) {
    String manifest = new String(files.get("META-INF/MANIFEST.MF"), StandardCharsets.UTF_8);
    return manifest
        .replace("Bundle-ManifestVersion: 2", "Bundle-ManifestVersion: 2\r\nX: y")
        .getBytes(StandardCharsets.UTF_8);
  }

  private interface Alteration {
    void make(Map<String, byte[]> files);
  }

  private void change(byte[] signed, Alteration alteration) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(signed))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    alteration.make(files);
    Files.write(jar, zip(files));
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    return bytes.toByteArray();
  }
}
