package hotshoe.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.extension.ExtensionName;
import hotshoe.operation.CallRequest;
import hotshoe.resource.Resource;
import hotshoe.resource.Resource.Detail;
import hotshoe.task.TaskOutcome;
import hotshoe.task.TaskOutcome.Succeeded;
import hotshoe.type.Ref;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hosts that are asked from time to time which of their instances are on. */
class CloudStackPollTest {

  /** Tells what lies in the file "all", and for one instance what lies in a file of its name. */
  private static final String PYTHON =
      """
      #!/usr/bin/env python3
      import json, os, sys
      work = %r
      with open(os.path.join(work, 'verbs'), 'a') as verbs:
          print(sys.argv[1], file=verbs)
      payload = json.load(open(sys.argv[2]))
      if sys.argv[1] == 'statuses':
          assert payload['externaldetails']['host'] == {'node': 'n1'}, payload
          assert 'caller' not in payload or payload['caller']['name'] == 'host'
          print(open(os.path.join(work, 'all')).read())
      else:
          sys.exit(3)
      """;

  private static final String BASH =
      """
      #!/bin/bash
      work="%s"
      echo "$1" >> "$work/verbs"
      case "$1" in
        status)
          cat "$work/$(grep -o '"virtualmachinename":"[^"]*"' "$2" | cut -d'"' -f4)" ;;
        *)
          echo "Invalid action: $1" >&2; exit 1 ;;
      esac
      """;

  @TempDir Path home;
  @TempDir Path work;
  private CloudStackHost host;

  @AfterEach
  void stop() {
    host.close();
  }

  @Test
  @Proves({"CS-59", "CS-62"})
  void aHostIsAskedOnceForAllOfItsInstancesAndWhatIsToldIsKept() throws IOException {
    start("1s", PYTHON.replace("%r", "'" + work + "'"), "life.py");
    tell("{\"status\":\"success\",\"power_state\":{\"a\":\"poweron\",\"b\":\"POWEROFF\"}}");
    awaitState("a", "PowerOn");
    awaitState("b", "PowerOff");
    awaitState("c", "PowerUnknown");
    tell("{\"power_state\":{\"a\":\"poweroff\",\"vm-b\":\"poweron\",\"c\":\"poweron\"}}");
    awaitState("a", "PowerOff");
    awaitState("b", "PowerOn");
    awaitState("c", "PowerOn");
    assertEquals(List.of("statuses"), verbs().stream().distinct().toList());
    assertTrue(state("new").isEmpty(), "what was not deployed is not asked for");
  }

  @Test
  @Proves("CS-62")
  void anEntrypointThatDoesNotKnowStatusesIsAskedForEachInstanceFromThenOn() throws IOException {
    start("1s", BASH.formatted(work), "life.sh");
    for (String name : List.of("a", "b", "c")) {
      Files.writeString(work.resolve(name), "poweron\n");
      awaitState(name, "PowerOn");
    }
    Files.writeString(work.resolve("b"), "poweroff");
    awaitState("b", "PowerOff");
    assertEquals(1, verbs().stream().filter("statuses"::equals).count());
    host.install("life", "1.1.0", "", Map.of("life.sh", BASH.formatted(work)));
    host.await(
        "another question after the upgrade",
        () -> verbs().stream().filter("statuses"::equals).count() == 2);
  }

  @Test
  @Proves("CS-62")
  void statusesOnDemandTellsTheStateOfEveryInstanceOfTheHost() throws IOException {
    start("0s", BASH.formatted(work), "life.sh");
    Files.writeString(work.resolve("a"), "poweron");
    Files.writeString(work.resolve("b"), "poweroff");
    TaskOutcome outcome =
        host.hotshoe()
            .operations()
            .call(CallRequest.of("life.statuses", Map.of()).on(new Ref("Host", "h1")));
    Succeeded told = assertInstanceOf(Succeeded.class, outcome);
    assertEquals(
        Map.of("vm-a", "PowerOn", "vm-b", "PowerOff", "vm-c", "PowerUnknown"), told.result());
    assertEquals("PowerOn", state("a"));
  }

  @Test
  void aHostIsNotAskedAgainBeforeItAnswered() throws IOException {
    String slow = "#!/bin/sh\necho begin >> '%s/verbs'\nsleep 20\n".formatted(work);
    start("1s", slow, "life.sh");
    host.await("the first question", () -> !verbs().isEmpty());
    long until = System.nanoTime() + 2_500_000_000L;
    host.await("some more rounds", () -> System.nanoTime() > until);
    assertEquals(1, verbs().size());
  }

  private void start(String interval, String program, String name) throws IOException {
    tell("");
    host = CloudStackHost.started(home, Map.of("cloudstack.poll-interval", interval));
    host.install("life", "1.0.0", "", Map.of(name, program));
    var resources = host.hotshoe().resources();
    resources.put(Resource.of("Cluster", "c1", "racks"));
    resources.put(
        Resource.of("ExtensionMapping", "Cluster/c1", "Cluster/c1")
            .runBy(new ExtensionName("life")));
    for (String one : List.of("a", "b", "c")) {
      resources.put(instance(one).with("deployed", Detail.visible("2026-01-02T03:04:05Z")));
    }
    resources.put(instance("new"));
    resources.put(
        Resource.of("Host", "h1", "rack")
            .with("cluster", Detail.visible("c1"))
            .with("External:node", Detail.visible("n1")));
  }

  private static Resource instance(String name) {
    return Resource.of("VirtualMachine", "vm-" + name, name).with("host", Detail.visible("h1"));
  }

  private void tell(String answer) throws IOException {
    Path next = Files.writeString(work.resolve("next"), answer);
    Files.move(next, work.resolve("all"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private List<String> verbs() {
    try {
      Path verbs = work.resolve("verbs");
      return Files.exists(verbs) ? Files.readAllLines(verbs) : List.of();
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  private String state(String name) {
    return host.hotshoe()
        .resources()
        .require(new Ref("VirtualMachine", "vm-" + name))
        .reveal("powerstate")
        .orElse("");
  }

  private void awaitState(String name, String state) {
    host.await(name + " to be " + state, () -> state(name).equals(state));
  }
}
