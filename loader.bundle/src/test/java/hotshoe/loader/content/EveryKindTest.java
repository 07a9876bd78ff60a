package hotshoe.loader.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.loader.scripted.TarBytes;
import hotshoe.loader.scripted.ZipBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is packed in any way is read back as it was. */
class EveryKindTest {

  private static final int ROUNDS = 40;

  @TempDir Path folder;

  /** A file, or a link when it has a target. */
  private record Planted(byte[] bytes, boolean executable, String target) {
    Planted(byte[] bytes, boolean executable) {
      this(bytes, executable, "");
    }
  }

  @Test
  @Proves("CS-31")
  void aTreePackedInAnyWayIsReadBackEqual() throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      TreeMap<String, Planted> tree = tree(new Random(round));
      Map<ArchiveKind, Path> packed = packed(tree, folder.resolve("round" + round));
      for (Map.Entry<ArchiveKind, Path> archive : packed.entrySet()) {
        check(round + " as " + archive.getKey(), archive.getKey(), archive.getValue(), tree);
      }
    }
  }

  @Test
  @Proves("CS-32")
  void aTopFolderIsTakenAwayOnlyIfEverythingLiesInIt() throws IOException {
    byte[] one = new byte[1];
    try (Contents contents = open(new TarBytes().file("x-main/a", one).file("x-main/b/c", one))) {
      assertEquals(Set.of("x-main/a", "x-main/b/c"), contents.names());
      assertEquals(Optional.of("x-main"), contents.topFolder());
      assertEquals(Set.of("a", "b/c"), contents.unwrapped().names());
      assertEquals(Optional.of(1L), contents.unwrapped().size("b/c"));
      assertEquals("x-main/b/c", contents.unwrapped().nameInArchive("b/c"));
      assertEquals(Set.of("a", "b/c"), contents.unwrapped().unwrapped().names());
    }
    try (Contents contents = open(new TarBytes().file("x/a", one).file("x.txt", one))) {
      assertEquals(Optional.empty(), contents.topFolder());
      assertEquals(Set.of("x/a", "x.txt"), contents.unwrapped().names());
    }
    try (Contents contents = open(new TarBytes().file("x/a", one).file("y/a", one))) {
      assertEquals(Set.of("x/a", "y/a"), contents.unwrapped().names());
    }
  }

  @Test
  void linksAreFollowedToFilesOfTheSameArchive() throws IOException {
    TarBytes tar =
        new TarBytes()
            .folder("top/bin")
            .file("top/bin/run", 0755, "run".getBytes(StandardCharsets.UTF_8))
            .link("top/start", "./bin/../bin/run")
            .link("top/bin/again", "../start")
            .hardLink("top/hard", "top/bin/run");
    try (Contents whole = open(tar)) {
      hotshoe.archive.Contents contents = whole.unwrapped();
      assertEquals(Set.of("bin/run", "bin/again", "start", "hard"), contents.names());
      assertEquals(Optional.of("start"), contents.link("bin/again"));
      assertEquals(Optional.of("bin/run"), contents.link("start"));
      assertEquals(Optional.empty(), contents.link("hard"));
      for (String name : contents.names()) {
        assertTrue(contents.isExecutable(name));
        assertArrayEquals("run".getBytes(StandardCharsets.UTF_8), bytes(contents, name));
      }
    }
  }

  @Test
  void namesAreSaidInOneWay() throws IOException {
    try (Contents contents = open(new TarBytes().folder(".").file("./a//b", new byte[2]))) {
      assertEquals(Set.of("a/b"), contents.names());
      assertEquals(Optional.of(2L), contents.size("a/b"));
    }
  }

  @Test
  void anArchiveInAnArchiveIsAFileLikeAnyOther() throws IOException {
    byte[] inner = new ZipBytes().file("../../etc/passwd", new byte[1]).bytes();
    try (Contents contents = open(new TarBytes().file("inner.zip", inner))) {
      assertArrayEquals(inner, bytes(contents, "inner.zip"));
    }
  }

  @Test
  void whatIsUnpackedLiesHiddenBesideTheArchiveAndIsGoneInTheEnd() throws IOException {
    Path archive = write("a.tar.gz", TarBytes.gzip(new TarBytes().file("a", new byte[9]).bytes()));
    try (Contents contents = contents(archive)) {
      assertEquals(9, bytes(contents, "a").length);
      for (Path other : files()) {
        String name = other.getFileName().toString();
        assertTrue(other.equals(archive) || name.startsWith(".unpacked-"), name);
      }
    }
    assertEquals(List.of(archive), files());
  }

  @Test
  void theEndOfAFileThatIsBeingCopiedIsMissed() throws IOException {
    byte[] content = new byte[10_000];
    new Random(3).nextBytes(content);
    byte[] tar = new TarBytes().file("a", content).bytes();
    for (byte[] whole : List.of(tar, TarBytes.xz(tar))) {
      assertTrue(ArchiveEnd.isPresent(write("whole", whole)));
      byte[] cut = Arrays.copyOf(whole, whole.length * 2 / 3);
      assertTrue(!ArchiveEnd.isPresent(write("cut", cut)));
    }
    assertTrue(ArchiveEnd.isPresent(write("gz", TarBytes.gzip(tar))), "gzip does not say");
  }

  @Test
  void noCutOfATarArchiveGoesUnnoticed() throws IOException {
    byte[] content = new byte[700];
    new Random(3).nextBytes(content);
    byte[] tar = new TarBytes().folder("top").file("top/a", content).bytes();
    for (byte[] whole : List.of(TarBytes.gzip(tar), TarBytes.xz(tar), TarBytes.zstd(tar))) {
      for (int length = 0; length < whole.length; length++) {
        Path cut = write("cut", Arrays.copyOf(whole, length));
        Opening opening = new ArchiveReader().open("cut", cut);
        assertInstanceOf(Opening.Unfinished.class, opening, "cut at " + length);
      }
    }
    for (int length = 512; length < tar.length - 1023; length++) {
      Path cut = write("cut", Arrays.copyOf(tar, length));
      assertInstanceOf(Opening.Unfinished.class, new ArchiveReader().open("cut", cut));
    }
  }

  private Contents open(TarBytes tar) throws IOException {
    return contents(write("some.tar", tar.bytes()));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static Contents contents(Path archive) {
    Opening opening = new ArchiveReader().open("some", archive);
    return assertInstanceOf(Opening.Opened.class, opening, opening::toString).contents();
  }

  private static byte[] bytes(hotshoe.archive.Contents contents, String name) throws IOException {
    try (InputStream bytes = contents.open(name).orElseThrow()) {
      return bytes.readAllBytes();
    }
  }

  private static void check(String what, ArchiveKind kind, Path path, Map<String, Planted> tree)
      throws IOException {
    try (Contents contents = contents(path)) {
      assertEquals(kind, contents.kind(), what);
      assertEquals(tree.keySet(), contents.names(), what);
      for (Map.Entry<String, Planted> planted : tree.entrySet()) {
        String name = planted.getKey();
        Planted expected = planted.getValue();
        boolean isLink = !expected.target().isEmpty();
        assertEquals(
            isLink ? Optional.of(expected.target()) : Optional.empty(), contents.link(name), what);
        Planted file = isLink ? tree.get(expected.target()) : expected;
        assertArrayEquals(file.bytes(), bytes(contents, name), what + " " + name);
        assertEquals(Optional.of((long) file.bytes().length), contents.size(name), what);
        assertEquals(file.executable(), contents.isExecutable(name), what + " " + name);
      }
    }
  }

  private static TreeMap<String, Planted> tree(Random random) {
    TreeMap<String, Planted> tree = new TreeMap<>();
    int count = 1 + random.nextInt(12);
    for (int number = 0; number < count; number++) {
      StringBuilder name = new StringBuilder();
      for (int depth = random.nextInt(4); depth > 0; depth--) {
        name.append("d")
            .append(random.nextInt(3))
            .append("é ".repeat(random.nextInt(20)))
            .append('/');
      }
      byte[] bytes = new byte[random.nextInt(random.nextBoolean() ? 20 : 5000)];
      random.nextBytes(bytes);
      tree.put(
          name.append("f").append(number).toString(), new Planted(bytes, random.nextBoolean()));
    }
    tree.put("link", new Planted(new byte[0], false, tree.firstKey()));
    return tree;
  }

  private static Map<ArchiveKind, Path> packed(Map<String, Planted> tree, Path place)
      throws IOException {
    Map<ArchiveKind, Path> packed = new EnumMap<>(ArchiveKind.class);
    TarBytes tar = new TarBytes();
    ZipBytes zip = new ZipBytes();
    Path root = Files.createDirectories(place.resolve("tree"));
    for (Map.Entry<String, Planted> each : tree.entrySet()) {
      plant(each.getKey(), each.getValue(), tar, zip, root);
    }
    packed.put(ArchiveKind.FOLDER, root);
    packed.put(ArchiveKind.ZIP, Files.write(place.resolve("1"), zip.bytes()));
    packed.put(ArchiveKind.TAR, Files.write(place.resolve("2"), tar.bytes()));
    packed.put(ArchiveKind.TAR_GZ, Files.write(place.resolve("3"), TarBytes.gzip(tar.bytes())));
    packed.put(ArchiveKind.TAR_XZ, Files.write(place.resolve("4"), TarBytes.xz(tar.bytes())));
    packed.put(ArchiveKind.TAR_ZST, Files.write(place.resolve("5"), TarBytes.zstd(tar.bytes())));
    return packed;
  }

  private static void plant(String name, Planted planted, TarBytes tar, ZipBytes zip, Path root)
      throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    if (planted.target().isEmpty()) {
      int mode = planted.executable() ? 0755 : 0644;
      tar.file(name, mode, planted.bytes());
      zip.file(name, 0100000 | mode, planted.bytes());
      Files.write(file, planted.bytes());
      file.toFile().setExecutable(planted.executable());
    } else {
      tar.pax('x', "linkpath", planted.target()).link(name, planted.target());
      zip.link(name, planted.target());
      Files.createSymbolicLink(file, Path.of(planted.target()));
    }
  }
}
