package hotshoe.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.caller.Caller;
import hotshoe.conformance.Proves;
import hotshoe.extension.ExtensionName;
import hotshoe.operation.CallRequest;
import hotshoe.problem.Problem;
import hotshoe.resource.Resource;
import hotshoe.resource.Resource.Detail;
import hotshoe.resource.Resource.Visibility;
import hotshoe.task.TaskHandle;
import hotshoe.task.TaskOutcome;
import hotshoe.task.TaskOutcome.Failed;
import hotshoe.task.TaskOutcome.Refused;
import hotshoe.task.TaskOutcome.Succeeded;
import hotshoe.type.Ref;
import hotshoe.type.SecretText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of an instance, told to a program of bash that keeps machines as files. */
class CloudStackLifecycleTest {

  /** Each verb is noted; what lies in a file of the verb's name is its answer and exit code. */
  private static final String PROGRAM =
      """
      #!/bin/bash
      work="%s"
      echo "$1" >> "$work/verbs"
      cp "$2" "$work/$1.payload"
      if [ -f "$work/$1.slow" ]; then sleep 0.5; echo "end $1" >> "$work/verbs"; fi
      if [ -f "$work/$1.answer" ]; then cat "$work/$1.answer"; fi
      if [ -f "$work/$1.says" ]; then cat "$work/$1.says" >&2; fi
      if [ -f "$work/$1.code" ]; then exit "$(cat "$work/$1.code")"; fi
      exit 0
      """;

  private static final String PREPARES = "orchestrator: {requiresPrepareVm: true}";
  private static final Ref INSTANCE = new Ref("VirtualMachine", "vm-7");
  private static final Caller USER = new Caller("ulla", Set.of("user"), "http");

  @TempDir Path home;
  @TempDir Path work;
  private CloudStackHost host;

  @BeforeEach
  void start() {
    host = CloudStackHost.started(home, Map.of("cloudstack.poll-interval", "0s"));
    host.hotshoe().resources().put(Resource.of("Cluster", "c1", "racks"));
    host.hotshoe()
        .resources()
        .put(
            Resource.of("ExtensionMapping", "Cluster/c1", "Cluster/c1")
                .runBy(new ExtensionName("life")));
    host.hotshoe()
        .resources()
        .put(Resource.of("Host", "h1", "rack").with("cluster", Detail.visible("c1")));
    host.hotshoe().resources().put(instance("vm-7", "web"));
  }

  private static Resource instance(String id, String name) {
    return Resource.of("VirtualMachine", id, name)
        .with("host", Detail.visible("h1"))
        .with("nics", Detail.visible("[{\"uuid\":\"n-1\"},{\"uuid\":\"n-2\"}]"));
  }

  @AfterEach
  void stop() {
    host.close();
  }

  @Test
  @Proves({"CS-59", "CS-41"})
  void theFirstStartPreparesAndCreatesAndEveryLaterOneStarts() throws IOException {
    install(PREPARES);
    succeed("start");
    assertEquals(List.of("prepare", "create"), verbs());
    assertEquals(Optional.of("PowerOn"), detail("powerstate"));
    assertTrue(detail("deployed").isPresent());
    assertTrue(payload("create").contains("\"deployvm\":\"true\""));
    for (String verb : List.of("stop", "start", "reboot", "status", "getconsole")) {
      Files.writeString(work.resolve("status.answer"), "poweron");
      Files.writeString(work.resolve("getconsole.answer"), "{\"console\":{\"url\":\"http://a/\"}}");
      succeed(verb);
      assertEquals(
          Optional.of(verb.equals("stop") ? "PowerOff" : "PowerOn"), detail("powerstate"), verb);
    }
    assertEquals(
        List.of("prepare", "create", "stop", "start", "reboot", "status", "getconsole"), verbs());
    assertFalse(payload("start").contains("deployvm"));
  }

  @Test
  @Proves("CS-41")
  void withoutTheWishNothingIsPrepared() throws IOException {
    install("orchestrator: {requiresPrepareVm: false}");
    succeed("create");
    assertEquals(List.of("create"), verbs());
  }

  @Test
  @Proves("CS-59")
  void deployIsAnotherNameOfCreateAndAnEntrypointMayWantToHearIt() throws IOException {
    install("orchestrator: {deployVerb: deploy, requiresPrepareVm: true}");
    succeed("deploy");
    assertEquals(List.of("prepare", "deploy"), verbs());
    String again = words(call("create", Caller.HOST));
    assertTrue(again.contains("HS-CLOUDSTACK-064"), again);
    succeed("delete");
    host.hotshoe().resources().put(instance("vm-7", "web"));
    succeed("start");
    assertEquals(List.of("prepare", "deploy", "delete", "prepare", "deploy"), verbs());
  }

  @Test
  @Proves("CS-60")
  void whatPrepareAnswersIsKeptAndTheProgramSeesItEverAfter() throws IOException {
    install(PREPARES);
    answer(
        "prepare",
        """
        {"vncPassword":"sesame-0815","details":{"External:vmid":105},"cpus":64,
         "nics":[{"uuid":"n-2","mac":"52:54:00:00:00:02","ip":"10.0.0.2","ip6Address":"fd00::2"}]}
        """);
    succeed("create");
    succeed("start");
    for (String verb : List.of("create", "start")) {
      String payload = payload(verb);
      assertTrue(payload.contains("\"vncPassword\":\"sesame-0815\""), payload);
      assertTrue(payload.contains("\"vmid\":\"105\""), payload);
      assertTrue(payload.contains("\"mac\":\"52:54:00:00:00:02\""), payload);
      assertTrue(payload.contains("\"ip6Address\":\"fd00::2\""), payload);
      assertFalse(payload.contains("\"cpus\""), payload);
    }
    Resource kept = host.hotshoe().resources().require(INSTANCE);
    assertEquals(Visibility.SECRET, kept.details().get("vncpassword").visibility());
    assertShownNowhere("sesame-0815", "resources");
  }

  @Test
  @Proves("CS-60")
  void anAnswerToPrepareThatIsNoJsonFailsTheDeploymentAndNothingIsCreated() throws IOException {
    install(PREPARES);
    answer("prepare", "{\"vncPassword\": \"sesame-0815\"");
    Failed failed = assertInstanceOf(Failed.class, call("start", USER));
    assertEquals("HS-CLOUDSTACK-065", failed.problem().code());
    assertEquals(List.of("prepare"), verbs());
    assertEquals(Optional.empty(), detail("deployed"));
    assertShownNowhere("sesame-0815");
    answer("prepare", "");
    succeed("start");
    assertEquals(List.of("prepare", "prepare", "create"), verbs());
  }

  @Test
  @Proves("CS-55")
  void aProgramThatSaysErrorAndEndsWithZeroHasFailed() throws IOException {
    install("");
    answer("create", "{\"status\": \"error\", \"error\": \"no room on the shelf\"}");
    Failed failed = assertInstanceOf(Failed.class, call("create", USER));
    assertEquals("VERB_FAILED", failed.code());
    assertTrue(words(failed).contains("no room on the shelf"), () -> words(failed));
    assertEquals("0", failed.details().get("exitcode"));
    assertEquals(Optional.empty(), detail("deployed"));
    answer("create", "{\"success\": false, \"result\": {\"message\": \"no light either\"}}");
    assertTrue(words(call("create", USER)).contains("no light either"));
    answer("go", "{\"status\":\"error\",\"message\":\"not today\"}");
    Failed action = assertInstanceOf(Failed.class, call("go", Caller.HOST));
    assertEquals("ACTION_FAILED", action.code());
  }

  @Test
  @Proves("CS-59")
  void anInstanceIsForgottenWhenItsProgramDeletedItAndNotBefore() throws IOException {
    install("");
    succeed("create");
    Files.writeString(work.resolve("delete.code"), "3");
    Files.writeString(work.resolve("delete.says"), "still in use");
    Failed failed = assertInstanceOf(Failed.class, call("delete", Caller.HOST));
    assertEquals("3", failed.details().get("exitcode"));
    assertEquals("still in use", failed.details().get("erroroutput"));
    assertTrue(host.hotshoe().resources().find(INSTANCE).isPresent());
    Files.delete(work.resolve("delete.code"));
    succeed("delete");
    assertTrue(host.hotshoe().resources().find(INSTANCE).isEmpty());
  }

  @Test
  @Proves("CS-61")
  void aStatusIsToldInTheWordsOfHomeAndKept() throws IOException {
    install("");
    for (Map.Entry<String, String> told :
        Map.of(
                "POWEROFF",
                "PowerOff",
                "{\"power_state\":\"PowerOn\"}",
                "PowerOn",
                "hm",
                "PowerUnknown")
            .entrySet()) {
      answer("status", told.getKey());
      assertEquals(told.getValue(), succeed("status"));
      assertEquals(Optional.of(told.getValue()), detail("powerstate"));
    }
    answer("status", "poweron");
    succeed("status");
    Files.writeString(work.resolve("status.code"), "1");
    assertInstanceOf(Failed.class, call("status", USER));
    assertEquals(Optional.of("PowerUnknown"), detail("powerstate"));
  }

  @Test
  @Proves("CS-63")
  void aConsolesPasswordReachesItsCallerAndNothingElse() throws IOException {
    install("");
    answer(
        "getconsole",
        "{\"console\":{\"host\":\"10.0.0.9\",\"port\":\"5901\",\"password\":\"sesame-4711\"}}");
    Map<?, ?> console = (Map<?, ?>) succeed("getconsole");
    assertEquals(Optional.of(5901L), console.get("port"));
    assertEquals(Optional.of(SecretText.of("sesame-4711")), console.get("password"));
    answer("getconsole", "{\"console\":{\"host\":\"10.0.0.9\",\"password\":\"sesame-4711\"}}");
    Failed failed = assertInstanceOf(Failed.class, call("getconsole", USER));
    assertTrue(words(failed).contains("Missing required fields"), () -> words(failed));
    answer("getconsole", "{\"password\":\"sesame-4711\"}");
    assertTrue(words(call("getconsole", USER)).contains("Missing console object"));
    Files.writeString(work.resolve("getconsole.code"), "2");
    Files.writeString(work.resolve("getconsole.says"), "{\"password\": \"sesame-4711\"}");
    assertInstanceOf(Failed.class, call("getconsole", USER));
    assertShownNowhere("sesame-4711");
  }

  @Test
  void twoWhoStartAnInstanceAtOnceMakeItOnce() throws Exception {
    install("");
    Files.writeString(work.resolve("create.slow"), "");
    List<TaskHandle> calls = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      calls.add(host.hotshoe().operations().start(request("start", Caller.HOST)));
    }
    for (TaskHandle call : calls) {
      assertInstanceOf(Succeeded.class, call.await());
    }
    assertEquals(List.of("create", "end create", "start", "start", "start"), verbs());
  }

  @Test
  void anotherExtensionsInstanceIsRefusedBeforeAnythingRuns() throws IOException {
    install("");
    host.hotshoe()
        .resources()
        .put(
            Resource.of("ExtensionMapping", "Cluster/c1", "Cluster/c1")
                .runBy(new ExtensionName("other")));
    for (String verb : List.of("start", "stop", "delete", "status", "getconsole")) {
      String words = words(call(verb, Caller.HOST));
      assertTrue(words.contains("HS-CLOUDSTACK-046"), words);
    }
    assertFalse(Files.exists(work.resolve("verbs")));
  }

  @Test
  void whoLacksTheRoleDeletesNothing() throws IOException {
    install("");
    assertInstanceOf(Refused.class, call("delete", USER));
  }

  private void install(String spec) throws IOException {
    host.install("life", "1.0.0", spec, Map.of("life.sh", PROGRAM.formatted(work)));
  }

  private void answer(String verb, String text) throws IOException {
    Files.writeString(work.resolve(verb + ".answer"), text);
  }

  private List<String> verbs() throws IOException {
    return Files.readAllLines(work.resolve("verbs"));
  }

  private String payload(String verb) throws IOException {
    return Files.readString(work.resolve(verb + ".payload"));
  }

  private Optional<String> detail(String key) {
    return host.hotshoe().resources().require(INSTANCE).reveal(key);
  }

  private Object succeed(String verb) {
    TaskOutcome outcome = call(verb, Caller.HOST);
    return assertInstanceOf(Succeeded.class, outcome, () -> words(outcome)).result();
  }

  private TaskOutcome call(String verb, Caller caller) {
    return host.hotshoe().operations().call(request(verb, caller));
  }

  private static CallRequest request(String verb, Caller caller) {
    return CallRequest.of("life." + verb, Map.of()).by(caller).on(INSTANCE);
  }

  private static String words(TaskOutcome outcome) {
    return outcome.problems().stream().map(Problem::sentence).toList().toString();
  }

  /** Neither tasks nor any file of the host has it, but for these folders of data. */
  private void assertShownNowhere(String secret, String... folders) throws IOException {
    assertFalse(host.hotshoe().tasks().list(100).toString().contains(secret));
    host.close();
    try (Stream<Path> files = Files.walk(home.resolve("data"))) {
      List<String> holders =
          files
              .filter(Files::isRegularFile)
              .filter(file -> !file.startsWith(home.resolve("data/files")))
              .filter(file -> text(file).contains(secret))
              .map(file -> home.resolve("data").relativize(file).getName(0).toString())
              .distinct()
              .toList();
      assertEquals(List.of(folders), holders);
    }
    host = CloudStackHost.started(home, Map.of("cloudstack.poll-interval", "0s"));
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
