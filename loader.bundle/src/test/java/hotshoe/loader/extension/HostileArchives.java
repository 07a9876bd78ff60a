package hotshoe.loader.extension;

import hotshoe.archive.Contents;
import hotshoe.archive.Description;
import hotshoe.archive.Descriptor;
import hotshoe.archive.Dialect;
import hotshoe.archive.DocumentReader;
import hotshoe.archive.Translation;
import hotshoe.extension.Outcome;
import hotshoe.loader.document.YamlDocuments;
import hotshoe.loader.scripted.BundleJar;
import hotshoe.loader.scripted.TarBytes;
import hotshoe.loader.scripted.ZipBytes;
import hotshoe.problem.Problem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A program with little memory that installs what {@link HostileArchivesTest} names. */
final class HostileArchives {

  private static final long LONGEST_SECONDS = 20;

  private final Path file;
  private final Path million;
  private final TestHost host;

  private HostileArchives(Path folder) {
    this.file = folder.resolve("hostile");
    this.million = folder.resolve("million.zip");
    this.host = TestHost.started(folder.resolve("home"));
    host.loader.learn(new Manifests());
  }

  /** Installs each and prints what comes of it. */
  public static void main(String[] words) throws IOException {
    new HostileArchives(Path.of(words[0])).run();
    System.exit(0);
  }

  private void run() throws IOException {
    byte[] text = "text".getBytes(StandardCharsets.UTF_8);
    install("zip bomb", HostileArchives::zipBomb);
    install("tar.gz bomb", out -> tarGz(out, new TarBytes().entry("a", '0', 0644, 900 << 20, "")));
    install("climbing path in a zip", new ZipBytes().file("../../etc/x", text).bytes());
    install("climbing path in a tar", new TarBytes().file("../../etc/x", text).bytes());
    install("link out of a zip", new ZipBytes().link("a", "/etc/passwd").bytes());
    install("link out of a tar", new TarBytes().link("a", "../../etc/passwd").bytes());
    install("hard link out of a tar", new TarBytes().hardLink("a", "/etc/passwd").bytes());
    install("device in a tar", new TarBytes().special("a", '3').bytes());
    install("YAML alias bomb", manifest(aliases()));
    install("YAML of a thousand levels", manifest("[".repeat(1000)));
    Files.move(million, file, StandardCopyOption.REPLACE_EXISTING);
    install("1,000,000 entries in a zip");
    install("1,000,000 entries in a tar.gz", HostileArchives::millionFolders);
    byte[] four = new TarBytes().entry("a", '0', 0644, 4L << 30, "").open();
    sparse("4 GB member of a sparse tar", four);
    install("4 GB member of a tar.gz", TarBytes.gzip(four));
    sparse("4 GB of a sparse file", text);
    install("an honest archive", BundleJar.named("honest").bytes());
  }

  /** Writes an archive. */
  private interface Maker {
    void write(OutputStream out) throws IOException;
  }

  private void install(String name, byte[] bytes) throws IOException {
    install(name, out -> out.write(bytes));
  }

  private void install(String name, Maker maker) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      maker.write(out);
    }
    install(name);
  }

  private void sparse(String name, byte[] head) throws IOException {
    Files.deleteIfExists(file);
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.write(head);
      bytes.setLength(4L << 30);
    }
    install(name);
  }

  private void install(String name) throws IOException {
    long began = System.nanoTime();
    Outcome outcome = host.loader.install(file);
    long seconds = (System.nanoTime() - began) / 1_000_000_000;
    String said =
        outcome instanceof Outcome.Refused refused
            ? refused.problems().stream().map(Problem::code).collect(Collectors.joining(" "))
            : outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    System.out.println(name + ": " + said + late(seconds) + left(outcome));
    System.err.println(name + " took " + (System.nanoTime() - began) / 1_000_000 + " ms");
  }

  private static String late(long seconds) {
    return seconds > LONGEST_SECONDS ? ", after " + seconds + " s" : "";
  }

  /** What lies about in the store and was not there before. */
  private String left(Outcome outcome) throws IOException {
    if (!(outcome instanceof Outcome.Refused)) {
      return "";
    }
    try (Stream<Path> all = Files.walk(host.data)) {
      List<Path> files =
          all.filter(Files::isRegularFile)
              .filter(path -> !path.startsWith(host.data.resolve("framework")))
              .toList();
      return files.isEmpty() && host.loader.list().isEmpty() ? "" : ", which left " + files;
    }
  }

  private static void zipBomb(OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.putNextEntry(new ZipEntry("a"));
    byte[] zeros = new byte[1 << 20];
    for (int count = 0; count < 300; count++) {
      zip.write(zeros);
    }
    zip.finish();
  }

  private static void tarGz(OutputStream out, TarBytes tar) throws IOException {
    GZIPOutputStream zip = new GZIPOutputStream(out);
    zip.write(tar.open());
    byte[] zeros = new byte[1 << 20];
    for (int count = 0; count < 300; count++) {
      zip.write(zeros);
    }
    zip.finish();
  }

  /** Writes the largest archive beforehand: making it takes more memory than refusing it. */
  static void million(Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(0);
      for (int count = 0; count < 1_000_000; count++) {
        zip.putNextEntry(new ZipEntry(Integer.toString(count)));
      }
    }
  }

  private static void millionFolders(OutputStream out) throws IOException {
    GZIPOutputStream zip = new GZIPOutputStream(out);
    for (int count = 0; count < 1_000_000; count += 100) {
      TarBytes tar = new TarBytes();
      for (int one = 0; one < 100; one++) {
        tar.folder("f" + (count + one));
      }
      zip.write(tar.open());
    }
    zip.finish();
  }

  private static byte[] manifest(String yaml) {
    byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
    return new ZipBytes().file("manifest.yaml", bytes).bytes();
  }

  private static String aliases() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int level = 1; level < 12; level++) {
      String below = ("*a" + (level - 1) + ", ").repeat(8) + "*a" + (level - 1);
      text.append("a" + level + ": &a" + level + " [" + below + "]\n");
    }
    return text.toString();
  }

  /** Reads manifests as the dialects do. */
  private static final class Manifests implements Dialect {

    private final DocumentReader documents = new YamlDocuments();

    @Override
    public String name() {
      return "manifests";
    }

    @Override
    public String mark() {
      return "manifest.yaml";
    }

    @Override
    public boolean recognises(Contents contents) {
      return contents.size("manifest.yaml").isPresent();
    }

    @Override
    public Description describe(String origin, Contents contents) {
      DocumentReader.Reading reading = documents.read(origin, contents, "manifest.yaml");
      return new Description.NotUnderstood(((DocumentReader.NotRead) reading).problems());
    }

    @Override
    public Translation translate(Descriptor descriptor, Contents contents) {
      throw new IllegalStateException("nothing was understood");
    }
  }
}
