package hotshoe.loader.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.archive.BundleForm;
import hotshoe.archive.Descriptor;
import hotshoe.conformance.Proves;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.FilesReport;
import hotshoe.loader.extension.TestConfiguration;
import hotshoe.loader.form.BundleWriter;
import hotshoe.loader.scripted.InMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.launch.Framework;

/** The files of translated extensions, in a real framework and on a real disk. */
class LaidFilesTest {

  private static final InMemory CONTENTS =
      new InMemory(
          Map.of("bin/run.py", "print(1)", "data/a.txt", "a", "go.sh", "echo go"),
          Map.of("bin/alias", "data/a.txt"));

  @TempDir Path home;
  private Framework framework;
  private LaidFiles files;

  @BeforeEach
  void startTheFramework() throws BundleException {
    framework =
        new FrameworkFactory()
            .newFramework(
                Map.of(
                    Constants.FRAMEWORK_STORAGE,
                    home.resolve("framework").toString(),
                    "felix.log.level",
                    "0"));
    framework.start();
    files = made();
  }

  @AfterEach
  void stopTheFramework() throws BundleException, InterruptedException {
    files.close();
    framework.stop();
    framework.waitForStop(10_000);
  }

  @Test
  @Proves("CS-36")
  void everythingLiesThereAndProgramsCanBeExecutedByTheUserOfTheHostAlone()
      throws IOException, BundleException {
    Path folder = files.folder(installed("hello", "1.0.0"));
    assertEquals("print(1)", Files.readString(folder.resolve("bin/run.py")));
    assertEquals("a", Files.readString(folder.resolve("bin/alias")));
    assertEquals("../data/a.txt", "" + Files.readSymbolicLink(folder.resolve("bin/alias")));
    assertEquals("rwx------", rights(folder));
    assertEquals("rwx------", rights(folder.resolve("bin")));
    assertEquals("rwx------", rights(folder.resolve("bin/run.py")), "marked by the dialect");
    assertEquals("rwx------", rights(folder.resolve("go.sh")), "marked by the archive");
    assertEquals("rw-------", rights(folder.resolve("data/a.txt")));
    assertTrue(folder.startsWith(home.resolve("data/files/hello")));
  }

  @Test
  void whatWasChangedIsPutRightBeforeItIsUsedAgain() throws IOException, BundleException {
    Bundle bundle = installed("hello", "1.0.0");
    Path program = files.folder(bundle).resolve("bin/run.py");
    FileTime before = Files.getLastModifiedTime(program);
    Files.writeString(program, "print(2)");
    Files.setLastModifiedTime(program, before);
    files.folder(bundle);
    assertEquals("print(1)", Files.readString(program));
    Files.delete(program);
    files.folder(bundle);
    assertEquals("print(1)", Files.readString(program));
  }

  @Test
  void whatWasChangedWhileNobodyWatchedIsPutRight() throws IOException, BundleException {
    Bundle bundle = installed("hello", "1.0.0");
    Path program = files.folder(bundle).resolve("bin/run.py");
    files.close();
    Files.writeString(program, "print(3)");
    files = made();
    assertEquals(program, files.folder(bundle).resolve("bin/run.py"));
    assertEquals("print(1)", Files.readString(program));
  }

  @Test
  @Proves("CS-17")
  void aLookSaysOfEachFileWhatIsWrongAndPutsNothingRight() throws IOException, BundleException {
    Bundle bundle = installed("hello", "1.0.0");
    FilesReport first = files.look(bundle);
    assertEquals(Map.of(), first.differences());
    assertTrue(first.digest().matches("[0-9a-f]{128}"), first::digest);
    Path folder = first.folder();
    Path away = home.resolve("away");
    Files.writeString(folder.resolve("note"), "what it wrote itself does not count");
    assertEquals(first, files.look(bundle));
    Files.move(folder.resolve("bin/run.py"), away);
    Files.writeString(folder.resolve("version"), "9");
    Files.setPosixFilePermissions(
        folder.resolve("go.sh"), PosixFilePermissions.fromString("rw-------"));
    Files.delete(folder.resolve("bin/alias"));
    Files.createSymbolicLink(folder.resolve("bin/alias"), Path.of("../go.sh"));
    FilesReport changed = files.look(bundle);
    assertEquals(
        Map.of(
            "bin/run.py", "is not there",
            "version", "holds other bytes than were installed",
            "go.sh", "cannot be executed",
            "bin/alias", "leads elsewhere"),
        changed.differences());
    assertNotEquals(first.digest(), changed.digest());
    assertFalse(Files.exists(folder.resolve("bin/run.py")));
    Files.move(away, folder.resolve("bin/run.py"));
    assertEquals(3, files.look(bundle).differences().size());
  }

  @Test
  @Proves("CS-17")
  void theDigestIsTheSameWhereverTheSameFilesLie() throws IOException, BundleException {
    FilesReport one = files.look(installed("hello", "1.0.0"));
    FilesReport other = files.look(installed("other", "1.0.0"));
    assertEquals(one.digest(), other.digest());
    assertNotEquals(one.folder(), other.folder());
    assertNotEquals(one.digest(), files.look(installed("third", "2.0.0")).digest());
  }

  @Test
  void aFolderThatIsGoneAsAWholeIsLaidAnewAtTheNextLook() throws IOException, BundleException {
    Bundle bundle = installed("hello", "1.0.0");
    Path folder = files.look(bundle).folder();
    Files.move(folder, home.resolve("moved"));
    assertTrue(files.look(bundle).isWhole());
    assertTrue(Files.exists(folder.resolve("go.sh")));
  }

  @Test
  void whatAnExtensionWroteBesideItsFilesStays() throws IOException, BundleException {
    Bundle bundle = installed("hello", "1.0.0");
    Path note = files.folder(bundle).resolve("note");
    Files.writeString(note, "mine");
    assertEquals("mine", Files.readString(files.folder(bundle).resolve("note")));
  }

  @Test
  void everyVersionHasItsOwnFolderWhichGoesWithIt() throws IOException, BundleException {
    Bundle old = installed("hello", "1.0.0");
    Bundle other = installed("other", "1.0.0");
    Path oldFolder = files.folder(old);
    Path otherFolder = files.folder(other);
    Bundle next = installed("hello", "2.0.0");
    Path nextFolder = files.folder(next);
    assertNotEquals(oldFolder, nextFolder);
    old.uninstall();
    assertFalse(Files.exists(oldFolder));
    assertTrue(Files.exists(nextFolder));
    next.uninstall();
    assertFalse(Files.exists(nextFolder.getParent()));
    assertTrue(Files.exists(otherFolder));
  }

  @Test
  void whatACrashLeftBehindGoesWhenTheHostIsReady() throws IOException, BundleException {
    Bundle bundle = installed("hello", "1.0.0");
    Path folder = files.folder(bundle);
    Path unfinished = folder.resolveSibling(".unfinished-" + "0".repeat(64));
    Files.createDirectories(unfinished.resolve("bin"));
    Files.writeString(unfinished.resolve("bin/half"), "ha");
    Path gone = Files.createDirectories(home.resolve("data/files/gone/" + "1".repeat(64)));
    files.sweep();
    assertEquals(List.of(folder), list(folder.getParent()));
    assertFalse(Files.exists(gone.getParent()));
  }

  @Test
  void anUnfinishedFolderOfTheSameVersionIsNoHindrance() throws IOException, BundleException {
    Bundle bundle = installed("hello", "1.0.0");
    Path folder = files.folder(bundle);
    files.close();
    Files.move(folder, folder.resolveSibling(".unfinished-" + folder.getFileName()));
    files = made();
    assertEquals(folder, files.folder(bundle));
    assertEquals(List.of(folder), list(folder.getParent()));
  }

  @Test
  void whereNothingCanBeWrittenNothingIsLeft() throws IOException, BundleException {
    Bundle bundle = installed("hello", "1.0.0");
    Files.createDirectories(home.resolve("data/files"));
    Files.writeString(home.resolve("data/files/hello"), "a file in the way");
    assertThrows(IOException.class, () -> files.folder(bundle));
    Files.delete(home.resolve("data/files/hello"));
    assertTrue(Files.exists(files.folder(bundle).resolve("go.sh")));
  }

  @Test
  void aBundleThatWasNotTranslatedHasNoFolder() {
    assertThrows(IllegalArgumentException.class, () -> files.folder(framework));
  }

  private LaidFiles made() {
    return new LaidFiles(framework.getBundleContext(), new TestConfiguration(home));
  }

  private Bundle installed(String name, String version) throws IOException, BundleException {
    Descriptor descriptor =
        new Descriptor(
            new ExtensionName(name), Version.parseVersion(version), "words", name, name, "");
    BundleForm form =
        BundleForm.of(descriptor)
            .withHeaders(Map.of(ExtensionName.HEADER, name))
            .carrying(withVersion(version), BundleForm.FILES)
            .withPrograms(List.of("files/bin/run.py"));
    Path jar = home.resolve(name + version + ".jar");
    BundleWriter.write(form, withVersion(version), jar);
    return framework.getBundleContext().installBundle(jar.toUri().toString());
  }

  private static InMemory withVersion(String version) {
    Map<String, String> all = new HashMap<>(CONTENTS.files());
    all.put("version", version);
    return new InMemory(all, CONTENTS.links());
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.toList();
    }
  }
}
