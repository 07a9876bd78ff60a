package hotshoe.core.operation;

import static hotshoe.core.operation.House.ADMIN;
import static hotshoe.core.operation.House.OPERATOR;
import static hotshoe.core.operation.House.describe;
import static hotshoe.core.operation.House.offer;
import static hotshoe.core.operation.House.told;
import static hotshoe.core.operation.House.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.caller.Access;
import hotshoe.caller.Access.KeyAccess;
import hotshoe.caller.Caller;
import hotshoe.conformance.Proves;
import hotshoe.core.fixture.LogLines;
import hotshoe.operation.CallRequest;
import hotshoe.operation.OperationDescription;
import hotshoe.operation.OperationDescription.Lifecycle;
import hotshoe.operation.OperationDescription.Messages;
import hotshoe.operation.OperationDescription.Trait;
import hotshoe.operation.OperationFailure;
import hotshoe.operation.OperationName;
import hotshoe.operation.OperationProvider.Offer;
import hotshoe.resource.Resource.Detail;
import hotshoe.task.TaskOutcome;
import hotshoe.type.Field;
import hotshoe.type.SecretText;
import hotshoe.type.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a call on its way to the handler and back. */
final class CallTest {

  @TempDir Path folder;
  private House house;
  private final AtomicInteger runs = new AtomicInteger();

  @BeforeEach
  void open() throws Exception {
    house = new House(folder);
  }

  @AfterEach
  void close() throws Exception {
    house.close();
  }

  private TaskOutcome call(String name, Map<String, ?> arguments, Caller caller) {
    return house.operations.call(CallRequest.of(name, arguments).by(caller));
  }

  private Offer counting(OperationDescription description) {
    return new Offer(
        description,
        invocation -> {
          runs.incrementAndGet();
          return "done";
        });
  }

  @Test
  @Proves("XA-14")
  void everyFaultOfTheArgumentsIsToldAtOnceAndNoHandlerRuns() throws Exception {
    house.provide(
        "books",
        counting(
            describe(
                "books.close",
                Type.text(),
                Field.required("month", Type.integer(1, 12), ""),
                Field.required("year", Type.integer(), ""),
                Field.required("pin", new Type.Bytes(2), ""))));
    TaskOutcome outcome =
        call("books.close", Map.of("month", 13, "pin", "c2VjcmV0", "yeer", 2026), OPERATOR);
    assertInstanceOf(TaskOutcome.Refused.class, outcome);
    String told = told(outcome);
    assertTrue(told.contains("HS-OPERATION-008"), told);
    assertTrue(told.contains("month: 13 is above the maximum 12"), told);
    assertTrue(told.contains("year: is missing"), told);
    assertTrue(told.contains("yeer") && told.contains("did you mean year?"), told);
    assertTrue(told.contains("pin: "), told);
    assertEquals(0, runs.get());
    assertEquals(1, house.runs.outcomes.size(), "a refused call is a task too");
  }

  @Test
  @Proves("CS-53")
  void whatIsNotDeclaredIsRefusedOrHandedOverApart() throws Exception {
    AtomicReference<Map<String, Object>> apart = new AtomicReference<>();
    AtomicReference<Map<String, Object>> declared = new AtomicReference<>();
    OperationDescription strict =
        describe("books.close", Type.text(), Field.required("month", Type.integer(), ""));
    OperationDescription open =
        with(
            describe("books.open", Type.text(), Field.required("month", Type.integer(), "")),
            Trait.OPEN);
    house.provide(
        "books",
        counting(strict),
        new Offer(
            open,
            invocation -> {
              apart.set(invocation.undeclared());
              declared.set(invocation.arguments());
              return "";
            }));
    String told = told(call("books.close", Map.of("month", 1, "mnth", 2), OPERATOR));
    assertTrue(told.contains("mnth: is not known here; did you mean month?"), told);
    assertEquals(0, runs.get());
    call("books.open", Map.of("month", 1, "colour", "red"), OPERATOR).orElseThrow();
    assertEquals(Map.of("colour", "red"), apart.get());
    assertEquals(Map.of("month", 1L), declared.get());
  }

  @Test
  @Proves("XA-44")
  void whatHasADefaultMayBeLeftOut() throws Exception {
    house.provide(
        "books",
        new Offer(
            describe(
                "books.add",
                Type.integer(),
                Field.required("a", Type.integer(), ""),
                Field.defaulting("b", Type.integer(), 40L, "")),
            call -> call.argument("a", Long.class) + call.argument("b", Long.class)));
    assertEquals(42L, call("books.add", Map.of("a", 2), OPERATOR).orElseThrow());
    assertEquals(5L, call("books.add", Map.of("a", 2, "b", 3), OPERATOR).orElseThrow());
    assertTrue(told(call("books.add", Map.of("a", 2, "b", 3, "c", 4), OPERATOR)).contains("c: "));
  }

  @Test
  @Proves("XA-15")
  void theRoleDecidesBeforeAnythingIsToldOfTheArguments() throws Exception {
    house.provide(
        "books", counting(with(describe("books.close", Type.text()), Access.role("vm-admin"))));
    TaskOutcome refused = call("books.close", Map.of("bad", 1), OPERATOR);
    assertTrue(told(refused).contains("HS-CALLER-001"), told(refused));
    assertFalse(told(refused).contains("bad"), told(refused));
    assertEquals("denied", house.audit.last().decision());
    assertEquals(0, runs.get());
    Caller above = new Caller("paul", Set.of("pool-operator"), "shell");
    assertEquals("done", call("books.close", Map.of(), above).orElseThrow());
    assertEquals("allowed", house.audit.last().decision());
    assertEquals("ok", house.audit.last().outcome());
  }

  @Test
  @Proves("XA-37")
  void aKeyCanNeedAStrongerRoleThanItsOperation() throws Exception {
    OperationDescription plain =
        describe(
            "books.note", Type.text(), Field.required("other_config", Type.mapOf(Type.text()), ""));
    Access access =
        new Access(
            Set.of("vm-operator"),
            List.of(new KeyAccess("other_config", "folder", Set.of("pool-operator"))));
    house.provide("books", counting(with(plain, access)));
    call("books.note", Map.of("other_config", Map.of("colour", "red")), OPERATOR).orElseThrow();
    String told = told(call("books.note", Map.of("other_config", Map.of("folder", "x")), OPERATOR));
    assertTrue(told.contains("HS-CALLER-003"), told);
    assertEquals(1, runs.get());
  }

  @Test
  @Proves("XA-37")
  void aMapThatChangesAfterItsKeysWereAllowedReachesNoHandler() throws Exception {
    AtomicReference<Object> got = new AtomicReference<>();
    OperationDescription plain =
        describe(
            "books.note", Type.text(), Field.required("other_config", Type.mapOf(Type.text()), ""));
    Access access =
        new Access(
            Set.of("vm-operator"),
            List.of(new KeyAccess("other_config", "folder", Set.of("pool-operator"))));
    house.provide(
        "books",
        new Offer(
            with(plain, access),
            invocation -> {
              got.set(invocation.arguments().get("other_config"));
              return "";
            }));
    call("books.note", Map.of("other_config", new TwoFaced()), OPERATOR);
    assertEquals(Map.of("colour", "red"), got.get());
  }

  /** A map that shows another key to everybody but the first who looks. */
  private static final class TwoFaced extends AbstractMap<String, Object> {
    private boolean seen;

    @Override
    public Set<Entry<String, Object>> entrySet() {
      String key = seen ? "folder" : "colour";
      seen = true;
      return Set.of(Map.entry(key, "red"));
    }

    @Override
    public int size() {
      return 1;
    }
  }

  @Test
  void aWishForLessThanNoTimeIsAWishForNone() throws Exception {
    house.provide("books", counting(describe("books.close", Type.text())));
    CallRequest request = CallRequest.of("books.close", Map.of()).by(OPERATOR);
    house.operations.call(
        new CallRequest(
            request.operation(),
            request.arguments(),
            request.caller(),
            request.resource(),
            request.reading(),
            Optional.of(Duration.ofSeconds(Long.MIN_VALUE))));
    assertEquals(Duration.ZERO, house.runs.orders.get(0).limit());
  }

  @Test
  void namesThatMoveACursorOrTurnTheDirectionAreShownWithoutThat() {
    String told = told(call("books.\u009b2Jx\u202ey\u2028z", Map.of(), OPERATOR));
    assertTrue(told.contains("books.?2Jx?y?z"), told);
  }

  @Test
  @Proves("XA-38")
  void theAuditHasEveryDecisionAndOutcomeAndNoSecret() throws Exception {
    house.provide(
        "books",
        new Offer(
            describe("books.login", Type.text(), Field.required("word", Type.secret(), "")),
            call -> {
              throw new OperationFailure("BAD_WORD", "it is not hunter2");
            }));
    call("books.login", Map.of("word", "hunter2"), OPERATOR);
    assertEquals("failed", house.audit.last().outcome());
    assertEquals("BAD_WORD", house.audit.last().detail());
    assertEquals("olga", house.audit.last().caller());
    call("books.login", Map.of("word", "hunter2", "hunter2", 1), OPERATOR);
    call("books.login", Map.of("word", "hunter2"), new Caller("eve", Set.of("read-only"), "http"));
    assertEquals("denied", house.audit.last().decision());
    assertEquals("eve", house.audit.last().caller());
    assertEquals(3, house.audit.tail(9).size());
    assertFalse(house.audit.text().contains("hunter2"), house.audit.text());
  }

  @Test
  @Proves("CS-48")
  void messagesExpandTheirVariables() throws Exception {
    house.operations.offer(new StubResources("VirtualMachine", "i-1", "web"));
    Messages words =
        new Messages("{{actionName}} on {{resourceName}} by {{extensionName}} {{x}}", " ");
    OperationDescription act = describe("acme.cloud.snap it", Type.text());
    house.provide("acme.cloud", counting(with(act, words, "VirtualMachine")));
    CallRequest request =
        CallRequest.of("acme.cloud.snap it", Map.of())
            .on(new hotshoe.type.Ref("VirtualMachine", "i-1"));
    TaskOutcome.Succeeded succeeded =
        assertInstanceOf(TaskOutcome.Succeeded.class, house.operations.call(request));
    assertEquals("snap it on web by acme.cloud {{x}}", succeeded.message());
  }

  @Test
  @Proves("CS-48")
  void blankMessagesBecomeTheDefaultSentences() throws Exception {
    house.provide(
        "acme",
        counting(with(describe("acme.good", Type.text()), new Messages("", " "), "")),
        new Offer(
            with(describe("acme.bad", Type.text()), new Messages("", " "), ""),
            call -> {
              throw new OperationFailure("NO", "it would not");
            }));
    TaskOutcome.Succeeded good =
        assertInstanceOf(TaskOutcome.Succeeded.class, call("acme.good", Map.of(), OPERATOR));
    assertEquals("Successfully completed good", good.message());
    TaskOutcome.Failed bad =
        assertInstanceOf(TaskOutcome.Failed.class, call("acme.bad", Map.of(), OPERATOR));
    assertEquals("Failed to complete bad", bad.problem().what());
    assertEquals("it would not", bad.problem().why());
  }

  @Test
  void aDeclaredErrorCarriesItsCodeAndDetails() throws Exception {
    house.provide(
        "acme",
        offer(
            "acme.bad",
            call -> {
              throw new OperationFailure("FULL", "no room", Map.of("disk", "2"));
            }));
    try (LogLines log = LogLines.of(Handling.class)) {
      TaskOutcome.Failed bad =
          assertInstanceOf(TaskOutcome.Failed.class, call("acme.bad", Map.of(), OPERATOR));
      assertEquals("FULL", bad.code());
      assertEquals(Map.of("disk", "2"), bad.details());
      call("acme.bad", Map.of(), OPERATOR);
      assertEquals(1, log.containing("HS-OPERATION-022"), "told once");
    }
  }

  @Test
  void whatAHandlerThrowsIsLoggedAndNotShown() throws Exception {
    house.provide(
        "acme",
        offer(
            "acme.bad",
            call -> {
              throw new IllegalStateException("/home/secret/key: hunter2");
            }),
        offer(
            "acme.worse",
            call -> {
              throw new StackOverflowError();
            }));
    try (LogLines log = LogLines.of(Handling.class)) {
      String told = told(call("acme.bad", Map.of(), OPERATOR));
      assertTrue(told.contains("HS-OPERATION-019"), told);
      assertFalse(told.contains("secret") || told.contains("IllegalState"), told);
      assertEquals(1, log.containing("acme.bad threw in task"));
      assertTrue(told(call("acme.worse", Map.of(), OPERATOR)).contains("HS-OPERATION-019"));
    }
  }

  @Test
  void aResultOfAnotherTypeBlamesTheExtension() throws Exception {
    house.provide("acme", new Offer(describe("acme.bad", Type.integer()), call -> "text"));
    try (LogLines log = LogLines.of(Handling.class)) {
      String told = told(call("acme.bad", Map.of(), OPERATOR));
      assertTrue(told.contains("HS-OPERATION-020") && told.contains("extension acme"), told);
      assertEquals(1, log.containing("HS-OPERATION-020"));
    }
  }

  @Test
  void aRemovedOperationIsListedAndNotCalledAndADeprecatedOneIsToldOnce() throws Exception {
    house.provide(
        "acme",
        counting(
            with(describe("acme.old", Type.text()), new Lifecycle("1.0", "1.1", "", "use new"))),
        counting(
            with(
                describe("acme.gone", Type.text()),
                new Lifecycle("1.0", "1.1", "2.0", "use new"))));
    String told = told(call("acme.gone", Map.of(), ADMIN));
    assertTrue(told.contains("HS-OPERATION-009") && told.contains("use new"), told);
    assertEquals(0, runs.get());
    assertTrue(house.names().contains("acme.gone"));
    try (LogLines log = LogLines.of(Switchboard.class)) {
      call("acme.old", Map.of(), ADMIN).orElseThrow();
      call("acme.old", Map.of(), ADMIN).orElseThrow();
      assertEquals(1, log.containing("HS-OPERATION-021"));
    }
  }

  @Test
  void noHandlerRunsForAResourceThatIsNotTheRightOne() throws Exception {
    StubResources resources = new StubResources("VirtualMachine", "i-1", "web");
    house.operations.offer(resources);
    house.provide(
        "acme",
        counting(with(describe("acme.snap", Type.text()), Messages.DEFAULT, "VirtualMachine")),
        counting(describe("acme.plain", Type.text())));
    assertTrue(on("acme.snap", "Network", "i-1").contains("HS-OPERATION-011"));
    assertTrue(on("acme.snap", "VirtualMachine", "i-2").contains("HS-OPERATION-012"));
    assertTrue(on("acme.plain", "VirtualMachine", "i-1").contains("HS-OPERATION-011"));
    assertTrue(told(call("acme.snap", Map.of(), OPERATOR)).contains("HS-OPERATION-010"));
    resources.mapTo("other");
    assertTrue(on("acme.snap", "VirtualMachine", "i-1").contains("HS-OPERATION-013"));
    assertEquals(0, runs.get());
    resources.mapTo("acme");
    assertEquals("", on("acme.snap", "VirtualMachine", "i-1"));
    assertEquals(1, runs.get());
  }

  @Test
  @Proves("CS-54")
  void whoMayNotUseAResourceIsDeniedAndNoHandlerRuns() throws Exception {
    StubResources resources = new StubResources("VirtualMachine", "i-1", "web");
    house.operations.offer(resources);
    OperationDescription snap = with(describe("acme.snap", Type.text()), Access.role("read-only"));
    OperationDescription copy =
        new OperationDescription(
            new OperationName(snap.name().extension(), "copy"),
            "copy",
            "",
            List.of(Field.required("from", Type.optional(Type.reference("")), "")),
            Type.text(),
            List.of(),
            snap.access(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Lifecycle.PUBLISHED,
            Messages.DEFAULT);
    house.provide("acme", counting(with(snap, Messages.DEFAULT, "VirtualMachine")), counting(copy));
    Caller ann = new Caller("ann", Set.of("read-only"), "http");
    resources.usableBy(Detail.visible("ann, role: vm-operator"));
    assertEquals("", asked(ann));
    assertEquals("", asked(OPERATOR));
    assertEquals("", asked(ADMIN));
    assertEquals("", asked(Caller.HOST));
    assertEquals(4, runs.get());
    String refusal = asked(new Caller("eve", Set.of("read-only"), "http"));
    assertTrue(refusal.contains("HS-OPERATION-026"), refusal);
    assertTrue(refusal.contains("ann, role: vm-operator"), refusal);
    assertEquals("denied", house.audit.last().decision());
    assertEquals("eve", house.audit.last().caller());
    Caller eve = new Caller("eve", Set.of("read-only"), "http");
    assertTrue(told(call("acme.copy", Map.of("from", "VirtualMachine:i-1"), eve)).contains("-026"));
    assertEquals(4, runs.get());
    assertEquals("", told(call("acme.copy", Map.of("from", "VirtualMachine:i-1"), ann)));
    assertEquals("", told(call("acme.copy", Map.of(), eve)));
    runs.set(4);
    resources.usableBy(Detail.hidden("bob,role:pool-operator"));
    String hidden = asked(ann);
    assertTrue(hidden.contains("HS-OPERATION-026") && !hidden.contains("bob"), hidden);
    assertTrue(asked(OPERATOR).contains("HS-OPERATION-026"));
    resources.usableBy(Detail.visible(" "));
    assertTrue(asked(OPERATOR).contains("nobody"));
    assertEquals("", asked(ADMIN));
    assertEquals(5, runs.get());
  }

  private String asked(Caller caller) {
    return told(
        house.operations.call(
            CallRequest.of("acme.snap", Map.of())
                .by(caller)
                .on(new hotshoe.type.Ref("VirtualMachine", "i-1"))));
  }

  private String on(String name, String kind, String id) {
    return told(
        house.operations.call(
            CallRequest.of(name, Map.of()).by(OPERATOR).on(new hotshoe.type.Ref(kind, id))));
  }

  @Test
  @Proves("UE-28")
  void aScriptComesAsAPrivateFileThatGoesWithTheCall() throws Exception {
    AtomicReference<Path> seen = new AtomicReference<>();
    house.provide(
        "acme",
        new Offer(
            describe(
                "acme.run",
                Type.text(),
                Field.required("script", Type.text(hotshoe.type.TextFormat.SCRIPT), "")),
            call -> {
              Path file = call.file("script");
              seen.set(file);
              assertEquals(
                  "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
              return Files.readString(file);
            }));
    assertEquals("echo ä", call("acme.run", Map.of("script", "echo ä"), OPERATOR).orElseThrow());
    assertFalse(Files.exists(seen.get()));
    Path left = Files.createFile(house.data.resolve("work/argument-of-a-dead-process"));
    new WorkFolder(house.data.resolve("work")).clear();
    assertFalse(Files.exists(left));
  }

  @Test
  @Proves("UE-28")
  void aScriptsFileGoesAlsoWhenTheRunFails() throws Exception {
    AtomicReference<Path> seen = new AtomicReference<>();
    Field script = Field.required("script", Type.text(hotshoe.type.TextFormat.SCRIPT), "");
    for (Exception end :
        List.of(
            new OperationFailure("NO", "no"),
            new IllegalStateException("broken"),
            new InterruptedException("cancelled"))) {
      try (House.Arrived offered =
          house.provide(
              "acme",
              new Offer(
                  describe("acme.run", Type.text(), script),
                  call -> {
                    seen.set(call.file("script"));
                    throw end;
                  }))) {
        call("acme.run", Map.of("script", "exit 1"), OPERATOR);
        assertFalse(Files.exists(seen.get()), end.toString());
      }
    }
  }

  @Test
  @Proves({"XA-24", "CS-52"})
  void theGreatestNumberAndTheOffsetOfADateReachTheHandlerAndComeBack() throws Exception {
    house.provide(
        "acme",
        new Offer(
            describe(
                "acme.give",
                Type.listOf(Type.text()),
                Field.required("number", Type.integer(), ""),
                Field.required("date", Type.dateTime(), "")),
            call -> {
              runs.incrementAndGet();
              return List.of(
                  call.argument("number", Long.class).toString(),
                  call.argument("date", java.time.OffsetDateTime.class).toString());
            }));
    String most = "9223372036854775807";
    String date = "2025-11-20T10:00:05+05:30";
    for (Object number : List.of(Long.MAX_VALUE, most, new java.math.BigInteger(most))) {
      CallRequest request =
          CallRequest.of("acme.give", Map.of("number", number, "date", date)).by(OPERATOR);
      assertEquals(
          List.of(most, date),
          house
              .operations
              .call(number instanceof String ? request.leniently() : request)
              .orElseThrow());
    }
    String above = "9223372036854775808";
    for (Object number : List.of(above, new java.math.BigInteger(above), 9.223372036854775807e18)) {
      CallRequest request =
          CallRequest.of("acme.give", Map.of("number", number, "date", date)).by(OPERATOR);
      assertTrue(told(house.operations.call(request.leniently())).contains("number: "));
    }
    String without = date.substring(0, 19);
    assertTrue(
        told(call("acme.give", Map.of("number", 1, "date", without), OPERATOR))
            .contains("lacks its offset"));
    assertEquals(3, runs.get());
  }

  @Test
  @Proves("UE-27")
  void partsOfACredentialAreReachedByPath() throws Exception {
    house.provide(
        "acme",
        new Offer(
            describe("acme.login", Type.text(), Field.required("key", Type.credential(), "")),
            call -> {
              assertEquals(null, call.argument("key.token", SecretText.class));
              assertThrows(
                  IllegalArgumentException.class, () -> call.argument("key.usr", String.class));
              assertThrows(
                  IllegalArgumentException.class, () -> call.argument("key.user", Long.class));
              assertFalse(call.arguments().toString().contains("hunter2"));
              return call.argument("key.user", String.class)
                  + call.argument("key.password", SecretText.class).reveal().length();
            }));
    Map<String, ?> key = Map.of("key", Map.of("user", "ann", "password", "hunter2"));
    assertEquals("ann7", call("acme.login", key, OPERATOR).orElseThrow());
  }

  @Test
  @Proves({"UE-24", "UE-25", "UE-26"})
  void valuesArriveInTheirJavaForms() throws Exception {
    AtomicReference<Map<String, Object>> seen = new AtomicReference<>();
    house.provide(
        "acme",
        new Offer(
            describe(
                "acme.take",
                Type.nothing(),
                Field.required("text", Type.text(), ""),
                Field.required("whole", Type.integer(), ""),
                Field.required("part", Type.decimal(), ""),
                Field.required("flag", Type.bool(), ""),
                Field.required("one", Type.listOf(Type.choice("a", "b")), ""),
                Field.required("none", Type.listOf(Type.choice("a", "b")), ""),
                Field.required("pairs", Type.pairsOf(Type.text()), "")),
            call -> {
              seen.set(call.arguments());
              return null;
            }));
    CallRequest typed =
        CallRequest.of(
                "acme.take",
                Map.of(
                    "text",
                    "7",
                    "whole",
                    "7",
                    "part",
                    "7",
                    "flag",
                    "yes",
                    "one",
                    "a",
                    "none",
                    List.of(),
                    "pairs",
                    List.of(Map.of("n", "1"), Map.of("n", "2"))))
            .leniently();
    house.operations.call(typed).orElseThrow();
    assertEquals("7", seen.get().get("text"));
    assertEquals(7L, seen.get().get("whole"));
    assertEquals(7.0, seen.get().get("part"));
    assertEquals(true, seen.get().get("flag"));
    assertEquals(List.of("a"), seen.get().get("one"));
    assertEquals(List.of(), seen.get().get("none"));
    assertEquals(List.of(Map.of("n", "1"), Map.of("n", "2")), seen.get().get("pairs"));
  }

  @Test
  @Proves("CS-56")
  void aCallInTheBackgroundAnswersItsTaskAtOnceAndEndsWithTheResult() throws Exception {
    var go = new java.util.concurrent.CountDownLatch(1);
    house.provide(
        "acme",
        offer(
            "acme.slow",
            call -> {
              go.await();
              return "done";
            }));
    var handle = house.operations.start(CallRequest.of("acme.slow", Map.of()).by(OPERATOR));
    assertTrue(handle.await(java.time.Duration.ofMillis(50)).isEmpty());
    go.countDown();
    assertEquals("done", handle.await().orElseThrow());
    assertEquals("", house.audit.tail(9).get(0).outcome(), "noted when it began");
    assertEquals("ok", house.audit.last().outcome());
  }

  @Test
  void aSubTaskKeepsCallerAndParentAndGoesOnlySoDeep() throws Exception {
    house.provide(
        "acme",
        offer(
            "acme.deep",
            call -> {
              runs.incrementAndGet();
              var inner = call.task().start(CallRequest.of("acme.deep", Map.of())).await();
              return inner instanceof TaskOutcome.Refused ? told(inner) : inner.orElseThrow();
            }));
    Object end = call("acme.deep", Map.of(), OPERATOR).orElseThrow();
    assertTrue(end.toString().contains("HS-OPERATION-017"), end.toString());
    assertEquals(Switchboard.DEEPEST, runs.get());
    assertTrue(house.runs.orders.stream().allMatch(order -> order.caller().equals(OPERATOR)));
    assertEquals("t1001", house.runs.orders.get(1).parent().orElseThrow());
  }

  @Test
  void aMissNamesTheNearestOfWhatTheCallerMaySee() throws Exception {
    house.provide(
        "books",
        counting(describe("books.close", Type.text())),
        counting(with(describe("books.closf", Type.text()), Access.role("pool-admin"))));
    String told = told(call("books.clsoe", Map.of(), OPERATOR));
    assertTrue(told.contains("did you mean books.close?"), told);
    assertTrue(told.contains("books does not offer it"), told);
    assertFalse(told.contains("closf"), told);
    assertTrue(told(call("gone.x", Map.of(), OPERATOR)).contains("no extension gone"));
    String huge = told(call("x\n".repeat(5_000_000), Map.of(), OPERATOR));
    assertTrue(huge.length() < 1000 && !huge.contains("\n"), "10 MB names are cut");
  }
}
