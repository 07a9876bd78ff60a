package hotshoe.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.caller.Caller;
import hotshoe.caller.Users;
import hotshoe.conformance.Proves;
import hotshoe.operation.CallRequest;
import hotshoe.operation.Operations;
import hotshoe.problem.ProblemException;
import hotshoe.resource.Resource;
import hotshoe.resource.Resource.Detail;
import hotshoe.resource.Resources;
import hotshoe.runtime.Hotshoe;
import hotshoe.setting.Settings;
import hotshoe.type.SecretText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Every secret that a host is given, searched for in every file it wrote and all it logged. */
class SecretsTest {
  private static final String BANK_KEY = "bank-key-7f3a9c";
  private static final String DETAIL = "detail-51c0de";
  private static final String PASSWORD = "pass word 8e21 of olga";
  private static final Caller READER = new Caller("rita", Set.of("read-only"), "http");

  @TempDir Path home;

  @Test
  @Proves("XA-38")
  void aSecretIsInTheFileItIsKeptInAndInNoOtherFileLogListOrMessage() {
    List<String> shown = new ArrayList<>();
    inAHost(hotshoe -> useSecrets(hotshoe, shown), shown);
    inAHost(hotshoe -> lookAt(hotshoe, shown), shown);
    assertNotShown(shown, BANK_KEY);
    assertNotShown(shown, DETAIL);
    assertEquals(List.of("resources"), foldersWith(DETAIL));
    assertEquals(List.of("settings"), foldersWith(BANK_KEY));
  }

  @Test
  void aPasswordIsInNoFileAtAllAndNeitherIsAToken() {
    List<String> shown = new ArrayList<>();
    List<String> tokens = new ArrayList<>();
    inAHost(
        hotshoe -> {
          Users users = hotshoe.users();
          users.add("olga", SecretText.of(PASSWORD), Set.of("pool-operator"));
          shown.add(message(() -> users.add("ina", SecretText.of(PASSWORD), Set.of("nothing"))));
          tokens.add(users.addToken("olga", "robot").reveal());
          assertTrue(users.authenticate(SecretText.of(tokens.get(0)), "http").isPresent());
          assertTrue(users.authenticate("olga", SecretText.of(PASSWORD), "http").isPresent());
          shown.add(users.list().toString());
        },
        shown);
    assertEquals(List.of(), foldersWith(PASSWORD));
    assertNotShown(shown, PASSWORD);
    assertEquals(List.of(), foldersWith(tokens.get(0)));
    assertNotShown(shown, tokens.get(0));
  }

  @Test
  void whatTheHostKeepsIsForItsUserOnly() throws IOException {
    inAHost(
        hotshoe -> {
          useSecrets(hotshoe, new ArrayList<>());
          hotshoe.users().add("olga", SecretText.of(PASSWORD), Set.of("pool-operator"));
        },
        new ArrayList<>());
    Path data = home.resolve("data");
    for (String kept : List.of("", "audit", "resources", "settings", "tasks", "users.json")) {
      Path path = data.resolve(kept);
      assertEquals(
          Files.isDirectory(path) ? "rwx------" : "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(path)),
          kept);
    }
  }

  private void inAHost(Consumer<Hotshoe> work, List<String> shown) {
    try (Log log = new Log();
        Hotshoe hotshoe = Hotshoe.builder().home(home).deploy(CatalogueTest.BILLING).start()) {
      work.accept(hotshoe);
      shown.addAll(log.lines);
    }
  }

  private static void assertNotShown(List<String> shown, String secret) {
    assertTrue(shown.stream().anyMatch(it -> it.contains("billing")), "nothing was looked at");
    assertEquals(List.of(), shown.stream().filter(it -> it.contains(secret)).toList());
  }

  /** Gives the host each secret, in right calls and in wrong ones. */
  private static void useSecrets(Hotshoe hotshoe, List<String> shown) {
    Settings settings = hotshoe.settings();
    settings.set(Settings.DEFAULT_ENVIRONMENT, "bank_key", BANK_KEY);
    shown.add(message(() -> settings.set("default", "bank_key", Map.of(BANK_KEY, BANK_KEY))));
    shown.add(message(() -> settings.as(READER).set("default", "bank_key", BANK_KEY)));
    Resources resources = hotshoe.resources();
    Resource host = Resource.of("Host", "h1", "alpha").with("token", Detail.secret(DETAIL));
    resources.put(host);
    shown.add(message(() -> resources.put(host.with("", Detail.secret(DETAIL)))));
    Operations operations = hotshoe.operations();
    operations.call("billing.close", Map.of("month", 1, "pace", 0));
    for (String invoice : List.of("none", Year.now(ZoneOffset.UTC) + "-01-Ada")) {
      CallRequest refund = CallRequest.of("billing.refund", Map.of("invoice", invoice));
      shown.add(operations.call(refund).toString());
    }
    lookAt(hotshoe, shown);
  }

  /** All that a door could show. */
  private static void lookAt(Hotshoe hotshoe, List<String> shown) {
    Settings settings = hotshoe.settings();
    shown.add(settings.list(Settings.DEFAULT_ENVIRONMENT).toString());
    shown.add(settings.as(READER).list(Settings.DEFAULT_ENVIRONMENT).toString());
    shown.add(hotshoe.resources().list("Host").toString());
    shown.add(hotshoe.tasks().list(100).toString());
    shown.add(hotshoe.audit().tail(100).toString());
    shown.add(hotshoe.operations().list().toString());
    shown.add(hotshoe.status().status().toString());
  }

  private static String message(Executable wrong) {
    return assertThrows(ProblemException.class, wrong).getMessage();
  }

  /** The names below the data folder under which there are files that hold this text. */
  private List<String> foldersWith(String text) {
    Path data = home.resolve("data");
    try (Stream<Path> files = Files.walk(data)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> holds(file, text))
          .map(file -> data.relativize(file).getName(0).toString())
          .distinct()
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static boolean holds(Path file, String text) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** All that is logged while this is open, down to the finest. */
  private static final class Log extends Handler implements AutoCloseable {
    private final Logger root = Logger.getLogger("");
    private final Level usual = root.getLevel();
    private final SimpleFormatter formatter = new SimpleFormatter();
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    Log() {
      setLevel(Level.ALL);
      root.addHandler(this);
      root.setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord entry) {
      lines.add(formatter.format(entry)); // with the stack trace, if there is one
    }

    @Override
    public void flush() {
      // Nothing is kept back.
    }

    @Override
    public void close() {
      root.setLevel(usual);
      root.removeHandler(this);
    }
  }
}
