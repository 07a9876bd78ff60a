package hotshoe.loader.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.extension.ExtensionName;
import hotshoe.loader.archive.Digest;
import hotshoe.loader.scripted.Golden;
import hotshoe.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered, and what is found again. */
class StoreTest {

  @TempDir Path data;
  @TempDir Path elsewhere;

  @Test
  void aRecordIsReadableByPeople() throws IOException {
    FileFacts facts = new FileFacts(1234, Installed.THEN, "(dev=1,ino=2)");
    ExtensionRecord first =
        ExtensionRecord.first(
            Installed.descriptor("hello", "1.0.0"),
            Installed.version("1.0.0", new Digest("a".repeat(64)), "deploy/hello.jar"),
            new Source.DeployFile("hello.jar", facts, new Digest("a".repeat(64))),
            Optional.empty());
    ExtensionRecord second =
        first
            .replacedBy(
                Installed.descriptor("hello", "1.1.0"),
                Installed.version("1.1.0", new Digest("b".repeat(64)), "deploy/hello.jar"),
                first.source(),
                Installed.KEPT)
            .unwanted("somebody disabled it");
    Golden.check("record.json", RecordFormat.write(second).lines().toList());
    assertEquals(second, RecordFormat.read(RecordFormat.write(second)));
  }

  @Test
  void aRecordOfTheFirstFormatIsReadAndWrittenInTheSecondWithNothingLost() throws IOException {
    Store store = recovered();
    Digest old = Installed.put(store, elsewhere, "hello", "1.0.0").digest();
    Digest now = Installed.put(store, elsewhere, "hello", "1.1.0").digest();
    Path record = data.resolve("extensions/hello.json");
    Files.writeString(record, firstFormat(now, old));

    Recovery recovery = new Store(data).recover();
    assertEquals(List.of(), recovery.problems());
    ExtensionRecord hello = recovery.extensions().get(0);
    assertEquals(Optional.of("somebody disabled it"), hello.disabled());
    assertEquals("deploy/hello.jar", hello.current().provenance().origin());
    assertEquals("not recorded", hello.previous().get(0).provenance().origin());
    assertEquals(11, hello.current().size(), "it is measured");
    assertEquals(11, hello.previous().get(0).size());
    assertEquals(now, ((Source.DeployFile) hello.source()).held());

    Store again = recovered();
    again.commit(List.of(hello));
    assertTrue(Files.readString(record).contains("\"format\": 2"));
    assertEquals(List.of(hello), new Store(data).recover().extensions());
    assertTrue(Files.exists(again.archive(old)), "what one could go back to is still there");
  }

  private static String firstFormat(Digest now, Digest old) {
    return """
        {"format": 1, "name": "hello", "version": "1.1.0", "dialect": "native",
         "symbolic-name": "org.hello", "title": "hello", "description": "", "digest": "%s",
         "source": {"deploy": "hello.jar", "size": 11, "modified": "2026-05-04T03:02:01Z",
                    "key": "(dev=1,ino=2)"},
         "enabled": false, "installed": "2026-05-04T03:02:01Z",
         "previous": [{"version": "1.0.0", "digest": "%s", "installed": "2026-05-04T03:02:01Z"}]}
        """
        .formatted(now, old);
  }

  @Test
  void whatIsCommittedIsFoundAgain() throws IOException {
    Store store = recovered();
    ExtensionRecord hello = Installed.put(store, elsewhere, "hello", "1.0.0");
    ExtensionRecord world = Installed.put(store, elsewhere, "world", "2.0.0");
    assertEquals(List.of(hello, world), new Store(data).recover().extensions());
    assertEquals("hello 1.0.0", Files.readString(store.archive(hello.digest())));
  }

  @Test
  void thePreviousVersionIsKeptAndTheOneBeforeIsNot() throws IOException {
    Store store = recovered();
    Digest first = Installed.put(store, elsewhere, "hello", "1.0.0").digest();
    Digest second = Installed.put(store, elsewhere, "hello", "1.1.0").digest();
    assertTrue(Files.exists(store.archive(first)));
    Digest third = Installed.put(store, elsewhere, "hello", "1.2.0").digest();
    assertFalse(Files.exists(store.archive(first)));
    assertTrue(Files.exists(store.archive(second)));
    Store again = recovered();
    assertTrue(Files.exists(again.archive(second)));
    assertTrue(Files.exists(again.archive(third)));
  }

  @Test
  void goingBackToThePreviousVersionKeepsBoth() throws IOException {
    Store store = recovered();
    Digest first = Installed.put(store, elsewhere, "hello", "1.0.0").digest();
    Digest second = Installed.put(store, elsewhere, "hello", "1.1.0").digest();
    Installed.put(store, elsewhere, "hello", "1.0.0");
    assertTrue(Files.exists(store.archive(first)));
    assertTrue(Files.exists(store.archive(second)));
  }

  @Test
  void whatIsRemovedLeavesNothingBehind() throws IOException {
    Store store = recovered();
    Installed.put(store, elsewhere, "hello", "1.0.0");
    Installed.put(store, elsewhere, "hello", "1.1.0");
    store.remove(List.of(new ExtensionName("hello")));
    assertEquals(List.of(), files());
  }

  @Test
  void anArchiveThatTwoShareStaysUntilBothAreGone() throws IOException {
    Store store = recovered();
    ExtensionRecord hello = Installed.put(store, elsewhere, "hello", "1.0.0");
    store.commit(
        List.of(
            ExtensionRecord.first(
                Installed.descriptor("twin", "1.0.0"),
                hello.current(),
                hello.source(),
                Optional.empty())));
    store.remove(List.of(new ExtensionName("hello")));
    assertTrue(Files.exists(store.archive(hello.digest())));
    store.remove(List.of(new ExtensionName("twin")));
    assertFalse(Files.exists(store.archive(hello.digest())));
  }

  @Test
  void leftoversAreClearedAway() throws IOException {
    Store store = recovered();
    Path source = Files.writeString(elsewhere.resolve("a"), "unfinished");
    store.receive(source);
    store.keep(store.receive(Files.writeString(elsewhere.resolve("b"), "unnamed")));
    Files.writeString(data.resolve("extensions/.hello.json"), "{");
    assertEquals(List.of(), recovered().recover().problems());
    assertEquals(List.of(), files());
  }

  @Test
  void aBrokenRecordIsSetAsideAndNothingIsLost() throws IOException {
    Store store = recovered();
    ExtensionRecord hello = Installed.put(store, elsewhere, "hello", "1.0.0");
    Installed.put(store, elsewhere, "world", "1.0.0");
    Path record = data.resolve("extensions/hello.json");
    String text = Files.readString(record);
    Files.writeString(record, text.substring(0, 100));

    Recovery recovery = new Store(data).recover();
    assertEquals(
        List.of("world"),
        recovery.extensions().stream().map(extension -> extension.name().value()).toList());
    Problem problem = recovery.problems().get(0);
    assertEquals("HS-STORE-002", problem.code());
    assertTrue(Files.exists(store.archive(hello.digest())), "its archive stays");

    String aside = problem.advice().split(" ")[1];
    Files.writeString(data.resolve(aside), text);
    Files.move(data.resolve(aside), record);
    assertEquals(2, new Store(data).recover().extensions().size());
  }

  @Test
  void aRecordOfAnotherFormatOrNameIsNotTaken() throws IOException {
    Store store = recovered();
    Installed.put(store, elsewhere, "hello", "1.0.0");
    Path record = data.resolve("extensions/hello.json");
    String text = Files.readString(record);
    Files.writeString(data.resolve("extensions/other.json"), text);
    Files.writeString(record, text.replace("\"format\": 2", "\"format\": 3"));
    List<String> reasons =
        new Store(data).recover().problems().stream().map(Problem::why).sorted().toList();
    assertEquals(
        List.of("format 3 is not known, only 1 and 2", "it is the record of 'hello'"), reasons);
  }

  @Test
  void anUnusableFolderIsSaid() throws IOException {
    Files.writeString(data.resolve("archives"), "a file in the way");
    Recovery recovery = new Store(data).recover();
    assertEquals("HS-STORE-001", recovery.problems().get(0).code());
    assertEquals(List.of(), recovery.extensions());
  }

  private Store recovered() {
    Store store = new Store(data);
    store.recover();
    return store;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
