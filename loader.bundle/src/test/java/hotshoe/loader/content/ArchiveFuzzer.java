package hotshoe.loader.content;

import hotshoe.loader.scripted.TarBytes;
import hotshoe.loader.scripted.ZipBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Changes archives in many ways and shows them to the reader. It is guided by what the reader says:
 * an archive that leads to an answer nobody got before joins those that are changed further.
 */
final class ArchiveFuzzer {

  /** Numbers on which readers stumble. */
  private static final int[] EDGES = {0, 1, 0x7f, 0x80, 0xff, 0x20, '/', '.', '7', '8', '-'};

  private static final int CORPUS_LIMIT = 5_000;

  private final Path file;
  private final Random random;
  private final ArchiveReader reader =
      new ArchiveReader(
          new Limits(200, 1 << 20, 4 << 20, 200, 1 << 20, 10, 200, 100, 10_000, 4096, 16 << 20));
  private final List<byte[]> corpus = new ArrayList<>();
  private final Set<String> answers = new HashSet<>();
  private final TreeMap<String, Integer> endings = new TreeMap<>();
  private long rounds;

  /** Begins; the file is written again and again. */
  ArchiveFuzzer(Path file, long seed) {
    this.file = file;
    this.random = new Random(seed);
    byte[] text = "some text, some text".getBytes(StandardCharsets.UTF_8);
    TarBytes tar =
        new TarBytes()
            .folder("top")
            .file("top/a", 0755, text)
            .link("top/b", "a")
            .hardLink("c", "top/a");
    tar.pax('g', "comment", "text").pax('x', "path", "top/long").file("short", text);
    ZipBytes zip = new ZipBytes().file("top/", 0040755, new byte[0]).file("top/a", text);
    zip.link("top/b", "a");
    corpus.addAll(List.of(tar.bytes(), zip.bytes(), TarBytes.gzip(tar.bytes())));
    corpus.addAll(List.of(TarBytes.xz(tar.bytes()), TarBytes.zstd(tar.bytes())));
  }

  /** Goes on for a time; whatever is thrown comes with the archive that did it, beside the file. */
  void run(long nanoseconds) throws IOException {
    long end = System.nanoTime() + nanoseconds;
    while (System.nanoTime() - end < 0) {
      byte[] archive = changed(corpus.get(random.nextInt(corpus.size())));
      Files.write(file, archive);
      String answer = answer();
      rounds++;
      endings.merge(answer.substring(0, Math.min(14, answer.length())), 1, Integer::sum);
      if (answers.add(answer) && corpus.size() < CORPUS_LIMIT) {
        corpus.add(archive);
      }
    }
  }

  long rounds() {
    return rounds;
  }

  int answers() {
    return answers.size();
  }

  /** How often each problem was the answer. */
  TreeMap<String, Integer> endings() {
    return endings;
  }

  private String answer() throws IOException {
    try {
      Opening opening = reader.open("x", file);
      if (opening instanceof Opening.Opened opened) {
        return "opened " + read(opened.contents());
      }
      String said =
          opening instanceof Opening.Unfit unfit
              ? unfit.problem().sentence()
              : ((Opening.Unfinished) opening).problem().sentence();
      return said.replaceAll("\\(.*?\\)|'.*?'", "").replaceAll("(?<!-)\\b[0-9a-f]+\\b", "#");
    } catch (RuntimeException | Error thrown) {
      Path kept = file.resolveSibling("thrown-" + rounds);
      Files.copy(file, kept);
      throw new AssertionError("the reader threw; the archive is kept in " + kept, thrown);
    }
  }

  /** What was judged to be whole must be readable to its last byte. */
  private static String read(Contents contents) throws IOException {
    try (contents) {
      for (String name : contents.names()) {
        try (InputStream bytes = contents.open(name).orElseThrow()) {
          if (bytes.readAllBytes().length != contents.size(name).orElseThrow()) {
            throw new IllegalStateException("the size of '" + name + "' is not what was said");
          }
        }
      }
      return contents.kind()
          + " "
          + contents.names().size()
          + " "
          + contents.topFolder().isPresent();
    }
  }

  private byte[] changed(byte[] original) {
    byte[] archive = original.clone();
    for (int times = 1 + random.nextInt(4); times > 0 && archive.length > 0; times--) {
      archive = changedOnce(archive);
    }
    return ArchiveKind.of(archive).filter(ArchiveKind.TAR::equals).isPresent()
        ? sealed(archive)
        : archive;
  }

  private byte[] changedOnce(byte[] archive) {
    int at = random.nextInt(archive.length);
    int length = Math.min(archive.length - at, 1 + random.nextInt(600));
    switch (random.nextInt(8)) {
      case 0 -> archive[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> archive[at] = (byte) EDGES[random.nextInt(EDGES.length)];
      case 2 -> Arrays.fill(archive, at, at + Math.min(length, 12), (byte) random.nextInt(256));
      case 3 -> {
        return Arrays.copyOf(archive, at);
      }
      case 4 -> {
        return spliced(archive, at, at + length, corpus.get(random.nextInt(corpus.size())));
      }
      case 5 -> {
        return spliced(archive, at, at, Arrays.copyOfRange(archive, at, at + length));
      }
      case 6 -> {
        return repacked(archive);
      }
      default -> {
        int block = at / 512 * 512;
        archive[Math.min(archive.length - 1, block + 156)] =
            (byte) "01234567gxLKSXVM".charAt(random.nextInt(16));
      }
    }
    return archive;
  }

  private byte[] repacked(byte[] bytes) {
    byte[] archive = sealed(bytes);
    if (archive.length > 100_000) {
      return archive;
    }
    return switch (random.nextInt(3)) {
      case 0 -> TarBytes.gzip(archive);
      case 1 -> TarBytes.xz(archive);
      default -> TarBytes.zstd(archive);
    };
  }

  private byte[] spliced(byte[] archive, int from, int to, byte[] other) {
    int start = random.nextInt(Math.max(1, other.length));
    int length = Math.min(other.length - start, 1 + random.nextInt(1024));
    byte[] result = new byte[archive.length - (to - from) + length];
    System.arraycopy(archive, 0, result, 0, from);
    System.arraycopy(other, start, result, from, length);
    System.arraycopy(archive, to, result, from + length, archive.length - to);
    return result;
  }

  /** Gives the headers of a tar archive their checksums, so that the reader looks further. */
  private byte[] sealed(byte[] archive) {
    for (int at = 0; at + 512 <= archive.length && random.nextInt(20) > 0; at += 512) {
      byte[] block = Arrays.copyOfRange(archive, at, at + 512);
      if (new String(block, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar")) {
        System.arraycopy(TarBytes.sealed(block), 0, archive, at, 512);
      }
    }
    return archive;
  }
}
