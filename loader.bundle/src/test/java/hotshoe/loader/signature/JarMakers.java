package hotshoe.loader.signature;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;

/** People who sign jars, with certificates that the platform's own tool has made. */
final class JarMakers {

  private static final String PASSWORD = "changeit";

  private final Path store;

  /** People with their own certificates, and some that an authority vouches for. */
  JarMakers(Path folder) throws IOException, InterruptedException {
    this.store = folder.resolve("keys.p12");
    Path log = folder.resolve("keytool.log");
    make(log, "authority", "-ext bc:c");
    make(log, "acme", "");
    make(log, "stranger", "");
    make(log, "old", "-startdate -2y -validity 365");
    make(log, "web", "-ext eku=serverAuth");
    make(log, "staff", "-signer authority -ext eku=codeSigning");
    make(log, "retired", "-signer authority -startdate -2y -validity 365");
    make(log, "short", "-keyalg RSA -keysize 512");
  }

  private void make(Path log, String name, String options)
      throws IOException, InterruptedException {
    String algorithm = options.contains("keyalg") ? "" : " -keyalg EC -groupname secp256r1";
    tool(
        log,
        "keytool -genkeypair -storetype PKCS12 -keystore "
            + store
            + (" -storepass " + PASSWORD + " -alias " + name + " -dname CN=" + name)
            + (algorithm + " " + options));
  }

  /** Signs as the real tool does. */
  void jarsigner(Path jar, String name, Path log) throws IOException, InterruptedException {
    tool(log, "jarsigner -keystore " + store + " -storepass " + PASSWORD + " " + jar + " " + name);
  }

  private static void tool(Path log, String command) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(Arrays.asList(command.strip().split(" +")));
    words.set(0, Path.of(System.getProperty("java.home"), "bin", words.get(0)).toString());
    words.add(1, "-J-XX:TieredStopAtLevel=1");
    Process process =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (process.waitFor() != 0) {
      throw new IOException(command + ": " + Files.readString(log));
    }
  }

  /** Signs with the code of the same tool, without a process. */
  void sign(Path jar, String name, String digest) throws Exception {
    KeyStore keys = keys();
    var chain =
        CertificateFactory.getInstance("X.509")
            .generateCertPath(Arrays.asList(keys.getCertificateChain(name)));
    PrivateKey key = (PrivateKey) keys.getKey(name, PASSWORD.toCharArray());
    Path signed = jar.resolveSibling("signed");
    JarSigner signer =
        new JarSigner.Builder(key, chain).digestAlgorithm(digest).signerName(name).build();
    try (ZipFile unsigned = new ZipFile(jar.toFile());
        OutputStream bytes = Files.newOutputStream(signed)) {
      signer.sign(unsigned, bytes);
    }
    Files.move(signed, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  void sign(Path jar, String name) throws Exception {
    sign(jar, name, "SHA-256");
  }

  /** Makes somebody trust this one. */
  void trust(Path folder, String name) throws Exception {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve(name + ".pem"),
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(keys().getCertificate(name).getEncoded())
            + "\n-----END CERTIFICATE-----\n");
  }

  private KeyStore keys() throws Exception {
    return KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
  }
}
