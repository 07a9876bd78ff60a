package hotshoe.core.resource;

import static hotshoe.core.resource.Registry.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.core.fixture.LogLines;
import hotshoe.extension.ExtensionName;
import hotshoe.resource.Filter;
import hotshoe.resource.Resource;
import hotshoe.resource.Resource.Detail;
import hotshoe.resource.Resources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is on disk, and what becomes of it. */
class ResourceFilesTest {
  private static final Resource HOST =
      Resource.of("Host", "h1", "al\"pha\u2028\"")
          .runBy(new ExtensionName("proxmox"))
          .with("url", Detail.visible("https://alpha"))
          .with("realm", Detail.hidden("line one\nline two"))
          .with("token", Detail.secret("\ud83d\ude00 \\ \u0000"));
  private static final Resource NETWORK = Resource.of("Network", "n1", "blue");

  @TempDir Path data;

  @Test
  void aRestartFindsWhatWasPutAndNotWhatWasRemoved() {
    Resources resources = open();
    resources.putAll(List.of(HOST, NETWORK, Resource.of("Host", "h2", "beta")));
    resources.remove(Resource.of("Host", "h2", "").ref());
    assertEquals(List.of(HOST, NETWORK), open().list(Filter.ALL));
  }

  @Test
  void aKindIsAFileForTheHostsUserAloneWithOneResourceALine() throws IOException {
    open().putAll(List.of(HOST, Resource.of("Host", "h2", "beta")));
    Path file = file("host.json");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    List<String> lines = Files.readAllLines(file);
    assertEquals(4, lines.size());
    assertEquals("{\"id\":\"h2\",\"name\":\"beta\",\"details\":{}}", lines.get(2));
  }

  @Test
  void aKindWithoutResourcesHasNoFile() throws IOException {
    Resources resources = open();
    resources.put(HOST);
    resources.remove(HOST.ref());
    assertEquals(List.of(), names());
    resources.put(Resource.of("HOST", "h1", "may now be written so"));
    assertEquals(List.of("HOST"), resources.kinds());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{\"format\":1,\"kind\":\"Host\",\"resources\":[",
        "{\"format\":2,\"kind\":\"Host\",\"resources\":[]}",
        "{\"format\":1,\"kind\":\"Other\",\"resources\":[]}",
        "{\"format\":1,\"kind\":\"Host\",\"resources\":[{\"id\":\"\",\"name\":\"x\"}]}",
        "{\"format\":1,\"kind\":\"Host\",\"resources\":[{\"id\":\"1\",\"name\":\"x\"},"
            + "{\"id\":\"1\",\"name\":\"y\"}]}",
        "{\"format\":1,\"kind\":\"Host\",\"resources\":[{\"id\":\"1\",\"name\":\"x\","
            + "\"details\":{\"token\":{\"sekret\":\"s3cret\"}}}]}",
        "{\"format\":1,\"kind\":\"Host\",\"resources\":[{\"id\":\"1\",\"name\":\"x\","
            + "\"details\":{\"token\":\"s3cret\"}}]}",
        "{\"format\":1,\"kind\":\"Host\",\"resources\":[{\"id\":\"1\",\"name\":\"x\","
            + "\"extension\":\"../x\"}]}"
      })
  void aFileThatCannotBeReadIsSetAsideWithAMessageAndTheRestGoesOn(String content)
      throws IOException {
    open().putAll(List.of(HOST, NETWORK));
    Files.writeString(file("host.json"), content);
    try (LogLines log = LogLines.of(Stock.class)) {
      Resources resources = open();
      assertEquals(List.of(NETWORK), resources.list(Filter.ALL));
      assertEquals(1, log.containing("HS-RESOURCE-008"), log.lines()::toString);
      assertEquals(0, log.containing("s3cret"), log.lines()::toString);
      resources.put(HOST);
    }
    assertEquals(3, names().size(), "the unreadable one is kept");
    assertEquals(List.of(HOST, NETWORK), open().list(Filter.ALL));
  }

  @Test
  void bytesThatAreNoTextAreSetAside() throws IOException {
    open().put(HOST);
    Files.write(file("host.json"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    try (LogLines log = LogLines.of(Stock.class)) {
      assertEquals(List.of(), open().list(Filter.ALL));
      assertEquals(1, log.containing("HS-RESOURCE-008"), log.lines()::toString);
    }
  }

  @Test
  void fieldsOfALaterVersionAreReadOver() throws IOException {
    open().put(NETWORK);
    Path file = file("network.json");
    Files.writeString(
        file, Files.readString(file).replace("\"details\"", "\"tags\":[{}],\"details\""));
    assertEquals(List.of(NETWORK), open().list(Filter.ALL));
  }

  @Test
  void whatTheDiskRefusesIsNotDoneAndIsToldAndAudited() throws IOException {
    Registry registry = new Registry(data);
    Resources resources = registry.open();
    resources.put(HOST);
    Path inTheWay = file(".host.json.part");
    Files.writeString(Files.createDirectory(inTheWay).resolve("something"), "");
    assertEquals("HS-RESOURCE-007", refused(() -> resources.put(HOST.withName("x"))).get(0).code());
    assertEquals(HOST, resources.require(HOST.ref()));
    assertEquals(
        "host java resource.put Host:h1 allowed failed HS-RESOURCE-007", registry.audit().get(1));
    Files.delete(inTheWay.resolve("something"));
    resources.put(HOST.withName("x"));
    assertEquals("x", open().require(HOST.ref()).name());
  }

  @Test
  void anInterruptedHandlerCanStillWriteDownWhatItDid() {
    Resources resources = open();
    Thread.currentThread().interrupt();
    resources.put(HOST);
    assertTrue(Thread.interrupted());
    assertEquals(List.of(HOST), open().list(Filter.ALL));
  }

  private Resources open() {
    return new Registry(data).open();
  }

  private Path file(String name) {
    return data.resolve("resources").resolve(name);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(data.resolve("resources"))) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
