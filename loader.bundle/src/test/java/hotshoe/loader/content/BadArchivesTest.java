package hotshoe.loader.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.loader.scripted.Golden;
import hotshoe.loader.scripted.TarBytes;
import hotshoe.loader.scripted.ZipBytes;
import hotshoe.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of archives that are broken, or made to harm; and that nothing of them stays. */
class BadArchivesTest {

  private static final byte[] ONE = {1};
  private static final Consumer<ByteBuffer> AS_IT_IS = record -> {};

  @TempDir Path folder;

  private final Map<String, byte[]> archives = new LinkedHashMap<>();

  @Test
  @Proves("CS-33")
  void namesThatLeaveTheArchiveAreRefusedInEveryKind() throws IOException {
    for (String name :
        List.of("/a", "../a", "a/../../b", "a\\b", "C:a", "c:/a", "a/..", "\\\\host\\a")) {
      archives.put("name.tar", new TarBytes().file(name, ONE).bytes());
      archives.put("name.zip", new ZipBytes().file(name, ONE).bytes());
      for (Problem problem : problems()) {
        assertEquals("HS-ARCHIVE-006", problem.code(), name);
      }
    }
  }

  @Test
  @Proves("CS-33")
  void badNamesAndLinksAreSaidInWords() throws IOException {
    tar("control.tar", new TarBytes().file("a\u001b[2Jb", ONE));
    tar("turned.tar", new TarBytes().file("a\u202egpj.sh", ONE));
    tar("long.tar", new TarBytes().file("x".repeat(256), ONE));
    tar("longer.tar", new TarBytes().file("x/".repeat(513) + "y", ONE));
    tar("deep.tar", new TarBytes().file("x/".repeat(65) + "y", ONE));
    tar("twice.tar", new TarBytes().file("a", ONE).file("./a", ONE));
    archives.put("twice.zip", new ZipBytes().file("a", ONE).file("a", ONE).bytes());
    tar("both.tar", new TarBytes().file("a", ONE).file("a/b", ONE));
    tar("both-again.tar", new TarBytes().file("a/b", ONE).file("a", ONE));
    tar("through.tar", new TarBytes().file("b", ONE).link("a", "b").file("a/c", ONE));
    tar("absolute.tar", new TarBytes().link("a", "/etc/passwd"));
    tar("up.tar", new TarBytes().link("a/b", "../../c"));
    archives.put("up.zip", new ZipBytes().link("a/b", "../../c").bytes());
    tar("hard.tar", new TarBytes().hardLink("a", "../b"));
    tar("hard-nowhere.tar", new TarBytes().hardLink("a", "b").file("b", ONE));
    tar("dangling.tar", new TarBytes().link("a", "b"));
    tar("circle.tar", new TarBytes().link("a", "b").link("b", "a"));
    tar("to-folder.tar", new TarBytes().file("b/c", ONE).link("a", "b"));
    tar("device.tar", new TarBytes().special("a", '4'));
    tar("pipe.tar", new TarBytes().special("a", '6'));
    archives.put("device.zip", new ZipBytes().file("a", 0060644, ONE).bytes());
    Golden.check("archives-names.txt", sentences());
  }

  @Test
  void brokenTarArchivesAreSaidInWords() throws IOException {
    tar("negative.tar", new TarBytes().raw(sized((byte) 0xff, (byte) 0xff)));
    tar("huge.tar", new TarBytes().raw(sized((byte) 0x80, (byte) 0x7f)));
    tar("words.tar", new TarBytes().raw(sized((byte) 'x', (byte) '0')));
    tar("sum.tar", new TarBytes().file("a", ONE).raw(new byte[] {1, 2}));
    tar("sparse.tar", new TarBytes().special("a", 'S'));
    tar("sparse-pax.tar", new TarBytes().pax('x', "GNU.sparse.major", "1").file("a", ONE));
    tar("volume.tar", new TarBytes().special("a", 'M'));
    tar("two-sizes.tar", new TarBytes().pax('x', "size", "0").file("a", ONE));
    tar("two-names.tar", new TarBytes().pax('x', "path", "b").pax('x', "path", "c").file("a", ONE));
    tar("all-names.tar", new TarBytes().pax('g', "path", "b").file("a", ONE));
    tar("alone.tar", new TarBytes().pax('x', "path", "b"));
    tar("folder.tar", new TarBytes().entry("a/", '5', 0755, 512, "").raw(new byte[512]));
    tar("header.tar", new TarBytes().pax('x', "comment", "x".repeat(1 << 16)).file("a", ONE));
    archives.put("behind.tar", joined(new TarBytes().file("a", ONE).bytes(), ONE));
    byte[] tar = new TarBytes().file("a", ONE).bytes();
    archives.put("behind.tar.gz", joined(TarBytes.gzip(tar), ONE));
    archives.put("two.tar.gz", joined(TarBytes.gzip(tar), TarBytes.gzip(tar)));
    archives.put("two.tar.xz", joined(TarBytes.xz(tar), TarBytes.xz(tar)));
    archives.put("no.tar.gz", TarBytes.gzip("no archive".getBytes(StandardCharsets.UTF_8)));
    archives.put("twice.tar.gz", TarBytes.gzip(TarBytes.gzip(tar)));
    archives.put("sum.tar.gz", flipped(TarBytes.gzip(tar), -8));
    archives.put("length.tar.gz", flipped(TarBytes.gzip(tar), -4));
    archives.put("sum.tar.xz", flipped(TarBytes.xz(tar), -40));
    archives.put("sum.tar.zst", flipped(TarBytes.zstd(tar), -1));
    archives.put("cut.tar.zst", Arrays.copyOf(TarBytes.zstd(tar), 30));
    archives.put("cut.tar", Arrays.copyOf(tar, 1024));
    Golden.check("archives-tar.txt", sentences());
  }

  @Test
  void zipArchivesThatCanBeReadInTwoWaysAreSaidInWords() throws IOException {
    zip(
        "encrypted.zip",
        record -> record.putShort(6, (short) 1),
        line -> line.putShort(8, (short) 1));
    zip(
        "method.zip",
        record -> record.putShort(8, (short) 99),
        line -> line.putShort(10, (short) 99));
    zip("name.zip", record -> record.put(30, (byte) 'b'), AS_IT_IS);
    zip("size.zip", record -> record.putInt(22, 9), AS_IT_IS);
    zip("checksum.zip", record -> record.putInt(14, 9), AS_IT_IS);
    zip("place.zip", AS_IT_IS, line -> line.putInt(42, 1));
    zip("large.zip", AS_IT_IS, line -> line.putInt(24, -1));
    zip("utf8.zip", record -> record.put(30, (byte) 0xff), line -> line.put(46, (byte) 0xff));
    archives.put("folder.zip", new ZipBytes().file("a/", 0100644, new byte[0]).bytes());
    archives.put("prefix.zip", new ZipBytes().raw(ONE).file("a", ONE).bytes());
    archives.put("moved.zip", joined("#!/bin/sh".getBytes(StandardCharsets.UTF_8), plainZip()));
    archives.put("between.zip", new ZipBytes().file("a", ONE).raw(ONE).file("b", ONE).bytes());
    archives.put("behind.zip", joined(plainZip(), ONE));
    archives.put("count.zip", new ZipBytes().file("a", ONE).bytes(end -> end.putInt(8, 0x20002)));
    archives.put(
        "disks.zip", new ZipBytes().file("a", ONE).bytes(end -> end.putShort(4, (short) 1)));
    archives.put(
        "overlap.zip",
        new ZipBytes()
            .file("a", ONE)
            .entry("b", 0100644, ONE, AS_IT_IS, line -> line.putInt(42, 0))
            .bytes());
    Golden.check("archives-zip.txt", sentences());
  }

  @Test
  void namesThatAreOneOnSomeDisksAreNoted() throws IOException {
    for (List<String> names :
        List.of(List.of("Run", "run"), List.of("d/a", "D/b"), List.of("\u00e9", "e\u0301"))) {
      byte[] tar = new TarBytes().file(names.get(0), ONE).file(names.get(1), ONE).bytes();
      Path path = Files.write(folder.resolve("some.tar"), tar);
      Opening opening = new ArchiveReader().open("some.tar", path);
      try (Contents contents = assertInstanceOf(Opening.Opened.class, opening).contents()) {
        assertEquals("HS-ARCHIVE-022", contents.collision().orElseThrow().code());
      }
    }
  }

  @Test
  @Proves("CS-34")
  void bombsAreRefusedSoonAndInBoundedMemory() throws IOException {
    archives.put("zeros.zip", new ZipBytes().file("a", new byte[100 << 20]).bytes());
    archives.put("zeros.tar.gz", bomb("a", 900 << 20));
    archives.put("file.tar", new TarBytes().entry("a", '0', 0644, 4L << 30, "").bytes());
    archives.put(
        "million.zip",
        new ZipBytes()
            .file("a", ONE)
            .bytes(end -> end.putShort(8, (short) -2).putShort(10, (short) -2)));
    archives.put("million.tar.gz", manyFolders(1_000_000));
    Limits limits = Limits.USUAL.withEntries(50_000);
    assertTimeout(
        Duration.ofSeconds(20),
        () -> Golden.check("archives-bombs.txt", sentences(new ArchiveReader(limits))));
  }

  @Test
  void aRecordForLargeArchivesThatLiesIsRefused() throws IOException {
    byte[] plain = plainZip();
    ByteBuffer whole = ByteBuffer.allocate(plain.length + 76).order(ByteOrder.LITTLE_ENDIAN);
    int end = plain.length - 22;
    whole.put(plain, 0, end).putInt(0x06064b50).putLong(44).putShort((short) 45);
    whole.putShort((short) 45).putInt(0).putInt(0).putLong(2).putLong(2);
    ByteBuffer last = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN);
    whole.putLong(last.getInt(end + 12)).putLong(last.getInt(end + 16));
    whole.putInt(0x07064b50).putInt(0).putLong(end).putInt(1).put(plain, end, 22);
    archives.put("lie.zip", whole.array());
    assertEquals("HS-ARCHIVE-028", problems().get(0).code());
    whole.putLong(end + 24, 1).putLong(end + 32, 1);
    Path honest = Files.write(folder.resolve("honest.zip"), whole.array());
    assertInstanceOf(Opening.Opened.class, new ArchiveReader().open("honest.zip", honest));
  }

  private void tar(String name, TarBytes tar) {
    archives.put(name, tar.bytes());
  }

  private void zip(String name, Consumer<ByteBuffer> header, Consumer<ByteBuffer> line) {
    archives.put(name, new ZipBytes().entry("a", 0100644, ONE, header, line).bytes());
  }

  private static byte[] plainZip() {
    return new ZipBytes().file("a", ONE).bytes();
  }

  private List<String> sentences() throws IOException {
    return sentences(new ArchiveReader());
  }

  private List<String> sentences(ArchiveReader reader) throws IOException {
    return problems(reader).stream().map(Problem::sentence).toList();
  }

  private List<Problem> problems() throws IOException {
    return problems(new ArchiveReader());
  }

  private List<Problem> problems(ArchiveReader reader) throws IOException {
    List<Problem> problems = new ArrayList<>();
    for (Map.Entry<String, byte[]> archive : archives.entrySet()) {
      Path path = Files.write(folder.resolve(archive.getKey()), archive.getValue());
      Opening opening = reader.open(archive.getKey(), path);
      assertTrue(!(opening instanceof Opening.Opened), archive.getKey());
      problems.add(
          opening instanceof Opening.Unfit unfit
              ? unfit.problem()
              : ((Opening.Unfinished) opening).problem());
      Files.delete(path);
      try (Stream<Path> left = Files.list(folder)) {
        assertEquals(List.of(), left.toList(), archive.getKey());
      }
    }
    return problems;
  }

  private static byte[] sized(byte first, byte others) {
    byte[] block = Arrays.copyOf(new TarBytes().file("a", ONE).open(), 512);
    Arrays.fill(block, 124, 136, others);
    block[124] = first;
    return TarBytes.sealed(block);
  }

  private static byte[] flipped(byte[] bytes, int fromEnd) {
    bytes[bytes.length + fromEnd] ^= 1;
    return bytes;
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private static byte[] bomb(String name, int size) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(new TarBytes().entry(name, '0', 0644, size, "").open());
      byte[] zeros = new byte[1 << 20];
      for (int count = 0; count < 100; count++) {
        out.write(zeros);
      }
    }
    return packed.toByteArray();
  }

  private static byte[] manyFolders(int count) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      byte[] block = new TarBytes().special("a", '5').open();
      for (int number = 0; number < Math.min(count, 60_000); number++) {
        out.write(block);
      }
    }
    return packed.toByteArray();
  }
}
