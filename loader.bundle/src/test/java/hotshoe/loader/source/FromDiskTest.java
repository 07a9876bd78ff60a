package hotshoe.loader.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.extension.InstallRequest;
import hotshoe.loader.archive.Digest;
import hotshoe.loader.content.ArchiveReader;
import hotshoe.loader.content.Contents;
import hotshoe.loader.content.Opening.Opened;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files, folders and streams become copies in the store, or problems and nothing. */
class FromDiskTest {

  @TempDir Path folder;

  @Test
  void aFileIsCopiedAndTheCopyGoesUnlessItIsKept() throws IOException {
    Path file = Files.writeString(folder.resolve("hello.zip"), "bytes");
    FetchingStore fetching = new FetchingStore(folder);
    try (Fetched fetched = fetching.fetched(file.toString())) {
      assertEquals("bytes", Files.readString(fetched.copy().file()));
      assertEquals(Digest.of(file), fetched.copy().digest());
      assertEquals(file.toString(), fetched.origin());
      assertEquals(file.toString(), fetched.resolved());
      assertTrue(fetched.commit().isEmpty());
    }
    assertEquals(List.of(), fetching.left());
  }

  @Test
  void aFileUrlIsItsPath() throws IOException {
    Path file = Files.writeString(folder.resolve("with space.zip"), "bytes");
    FetchingStore fetching = new FetchingStore(folder);
    for (String url :
        List.of(
            "file:" + file.toString().replace(" ", "%20"),
            "file://" + file.toString().replace(" ", "%20"),
            "file://localhost" + file.toString().replace(" ", "%20"),
            file.toUri().toString())) {
      try (Fetched fetched = fetching.fetched(url)) {
        assertEquals(file.toString(), fetched.origin());
      }
    }
  }

  @Test
  void aFolderGivesTheSameBytesWhereverItLiesAndWheneverItWasWritten() throws IOException {
    Path one = tree("one", 1_000_000L);
    Path other = tree("other", 2_000_000_000L);
    FetchingStore fetching = new FetchingStore(folder);
    try (Fetched first = fetching.fetched(one.toString());
        Fetched second = fetching.fetched(other.toString())) {
      assertEquals(first.copy().digest(), second.copy().digest());
      try (Contents contents = opened(first)) {
        assertEquals(
            Set.of("manifest.yaml", "bin/run.sh", "bin/start", "lib/data"), contents.names());
        assertTrue(contents.isExecutable("bin/run.sh"));
        assertFalse(contents.isExecutable("manifest.yaml"));
        assertEquals("bin/run.sh", contents.link("bin/start").orElseThrow());
        assertEquals("run", text(contents, "bin/start"));
      }
    }
    assertEquals(List.of(), fetching.left());
  }

  @Test
  void linksBetweenFoldersStayLinks() throws IOException {
    Path tree = tree("linked", 0);
    Files.createSymbolicLink(tree.resolve("lib/run"), Path.of("../bin/run.sh"));
    Files.createDirectories(tree.resolve("a/b"));
    Files.createSymbolicLink(tree.resolve("a/b/up"), Path.of("../../manifest.yaml"));
    try (Fetched fetched = new FetchingStore(folder).fetched(tree.toString());
        Contents contents = opened(fetched)) {
      assertEquals("bin/run.sh", contents.link("lib/run").orElseThrow());
      assertEquals("manifest.yaml", contents.link("a/b/up").orElseThrow());
    }
  }

  @Test
  void whatLeavesTheFolderIsRefusedAndNothingStays() throws IOException {
    Path tree = tree("leaving", 0);
    Files.createSymbolicLink(tree.resolve("passwords"), Path.of("/etc/passwd"));
    FetchingStore fetching = new FetchingStore(folder);
    assertEquals("HS-ARCHIVE-024", fetching.refused(tree.toString()).code());
    assertEquals(List.of(), fetching.left());
  }

  @Test
  void aStreamIsTakenToItsEndAndNoFurtherThanTheLimit() throws IOException {
    FetchingStore fetching = new FetchingStore(folder, 1 << 20);
    byte[] bytes = new byte[1 << 20];
    try (Fetched fetched = fetching.received("upload.zip", new ByteArrayInputStream(bytes))) {
      assertArrayEquals(bytes, Files.readAllBytes(fetched.copy().file()));
    }
    assertEquals("HS-SOURCE-006", fetching.receivingRefused("upload.zip", new Endless()).code());
    assertEquals(List.of(), fetching.left());
  }

  @Test
  void whatCannotBeFetchedIsSaidInWords() throws IOException {
    FetchingStore fetching = new FetchingStore(folder, 10);
    Files.createDirectory(folder.resolve("empty"));
    Files.write(folder.resolve("large"), new byte[11]);
    assertEquals("HS-SOURCE-003", fetching.refused(folder.resolve("nothing").toString()).code());
    assertEquals("HS-SOURCE-005", fetching.refused(folder.resolve("empty").toString()).code());
    assertEquals("HS-SOURCE-006", fetching.refused(folder.resolve("large").toString()).code());
    assertEquals("HS-SOURCE-004", fetching.refused("/dev/zero").code());
    assertEquals("HS-SOURCE-001", fetching.refused("ftp://example.org/x.zip").code());
    assertEquals("HS-SOURCE-002", fetching.refused("https://example.org/a b").code());
    assertEquals("HS-SOURCE-002", fetching.refused("file://elsewhere/x.zip").code());
    assertFalse(fetching.refused("ftp://me:geheim@example.org/x").sentence().contains("geheim"));
  }

  @Test
  void anotherDigestThanTheOneAskedForIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("hello.zip"), "bytes");
    FetchingStore fetching = new FetchingStore(folder);
    InstallRequest request = InstallRequest.of(file.toString());
    String right = Digest.of(file).value();
    fetching.fetched(request.expecting(right.toUpperCase(Locale.ROOT))).close();
    assertEquals(
        "HS-SOURCE-009", fetching.refused(request.expecting(right.replace('a', 'b'))).code());
    assertEquals(List.of(), fetching.left());
  }

  @Test
  void anInterruptedThreadFetchesNothing() throws IOException {
    Path tree = tree("interrupted", 0);
    FetchingStore fetching = new FetchingStore(folder);
    Thread.currentThread().interrupt();
    assertEquals("HS-SOURCE-008", fetching.refused(tree.toString()).code());
    assertTrue(Thread.interrupted(), "whoever interrupted may still want to know");
    Thread.currentThread().interrupt();
    assertEquals("HS-SOURCE-008", fetching.receivingRefused("upload", new Endless()).code());
    assertTrue(Thread.interrupted());
    assertEquals(List.of(), fetching.left());
  }

  @Test
  void theSignatureBesideAFileComesWhenItIsWanted() throws IOException {
    Path file = Files.writeString(folder.resolve("hello.zip"), "bytes");
    Files.writeString(folder.resolve("hello.zip.minisig"), "untrusted comment: x");
    FetchingStore fetching = new FetchingStore(folder);
    try (Fetched fetched = fetching.signed(file.toString())) {
      Signature signature = fetched.signature().orElseThrow();
      assertEquals("untrusted comment: x", new String(signature.bytes(), StandardCharsets.UTF_8));
    }
    try (Fetched fetched = fetching.fetched(file.toString())) {
      assertTrue(fetched.signature().isEmpty());
    }
  }

  @Test
  void whatAKilledProcessLeftGoesAtTheNextStart() throws IOException {
    FetchingStore fetching = new FetchingStore(folder);
    Path repository = fetching.store().fetching();
    Files.createDirectories(repository.resolve("objects/pack"));
    Files.writeString(repository.resolve("objects/pack/one.pack"), "half");
    Files.writeString(fetching.store().fetching(), "half");
    assertEquals(2, fetching.left().size());
    new FetchingStore(folder);
    assertEquals(List.of(), fetching.left());
  }

  private Path tree(String name, long time) throws IOException {
    Path tree = Files.createDirectories(folder.resolve(name));
    Files.writeString(tree.resolve("manifest.yaml"), "name: hello");
    Files.createDirectories(tree.resolve("bin"));
    Path run = Files.writeString(tree.resolve("bin/run.sh"), "run");
    Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setLastModifiedTime(run, FileTime.fromMillis(time));
    Files.createSymbolicLink(tree.resolve("bin/start"), Path.of("run.sh"));
    Files.createDirectories(tree.resolve("lib"));
    Files.writeString(tree.resolve("lib/data"), "1");
    Files.createDirectories(tree.resolve(".git/objects"));
    Files.writeString(tree.resolve(".git/HEAD"), name);
    return tree;
  }

  private static Contents opened(Fetched fetched) {
    return ((Opened) new ArchiveReader().open(fetched.origin(), fetched.copy().file())).contents();
  }

  private static String text(Contents contents, String name) throws IOException {
    try (var bytes = contents.open(name).orElseThrow()) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
