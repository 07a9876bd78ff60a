package hotshoe.core.operation;

import static hotshoe.core.operation.House.ADMIN;
import static hotshoe.core.operation.House.OPERATOR;
import static hotshoe.core.operation.House.describe;
import static hotshoe.core.operation.House.offer;
import static hotshoe.core.operation.House.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.caller.Access;
import hotshoe.caller.Access.KeyAccess;
import hotshoe.caller.Caller;
import hotshoe.conformance.Proves;
import hotshoe.core.fixture.LogLines;
import hotshoe.core.operation.House.Arrived;
import hotshoe.operation.CallRequest;
import hotshoe.operation.OperationDescription;
import hotshoe.operation.OperationDescription.Lifecycle;
import hotshoe.operation.OperationDescription.Trait;
import hotshoe.operation.OperationName;
import hotshoe.operation.OperationProvider.Offer;
import hotshoe.type.Field;
import hotshoe.type.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How operations get into the catalogue, and out of it. */
final class WhiteboardTest {

  @TempDir Path folder;
  private House house;

  @BeforeEach
  void open() throws Exception {
    house = new House(folder);
  }

  @AfterEach
  void close() throws Exception {
    house.close();
  }

  @Test
  void operationsComeAndGoWithTheirService() throws Exception {
    long before = house.operations.generation();
    try (Arrived arrived =
        house.provide("books", offer("books.a", call -> "a"), offer("books.b", call -> "b"))) {
      assertEquals(List.of("books.a", "books.b"), house.names());
      assertTrue(house.operations.generation() > before);
      assertEquals("a", house.operations.call("a", Map.of()));
    }
    assertEquals(List.of(), house.names());
    String told =
        House.told(house.operations.call(CallRequest.of("books.a", Map.of()).by(OPERATOR)));
    assertTrue(told.contains("HS-OPERATION-006") && told.contains("no extension books"), told);
  }

  @Test
  @Proves("CS-44")
  void namesHoldOnlyWhatEveryDoorCanSayAndAreUniqueInTheirExtension() throws Exception {
    for (String bad : List.of("", "a/b", "../a", "a.b", "ä", "a\n", " a", "a\u0000", "a;b")) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new OperationName(House.extension("books"), bad),
          bad);
    }
    try (LogLines log = LogLines.of(Offers.class)) {
      Arrived first = house.provide("books", offer("books.Close it_2-b", call -> "first"));
      house.provide(
          "books", offer("books.Close it_2-b", call -> "second"), offer("books.b", c -> ""));
      assertEquals("first", house.operations.call("books.Close it_2-b", Map.of()));
      assertEquals(2, house.names().size());
      assertEquals(1, log.containing("HS-OPERATION-002"));
      String line = log.lines().get(0);
      assertEquals(3, line.split("books 1.2.0 \\(bundle", -1).length, "names both owners: " + line);
      first.close();
      assertEquals("second", house.operations.call("books.Close it_2-b", Map.of()));
    }
  }

  @Test
  void aShortNameWorksWhereItIsUnique() throws Exception {
    house.provide("books", offer("books.close", call -> "books"), offer("books.b", c -> ""));
    assertEquals("books", house.operations.call("close", Map.of()));
    house.provide("shop", offer("shop.close", call -> "shop"));
    assertEquals(2, house.operations.candidates("close").size());
    assertTrue(house.operations.find("close").isEmpty());
    String told = House.told(house.operations.call(CallRequest.of("close", Map.of()).by(OPERATOR)));
    assertTrue(told.contains("HS-OPERATION-007"), told);
    assertTrue(told.contains("books.close, shop.close"), told);
  }

  @Test
  @Proves("CS-47")
  void aCallerIsShownWhatTheyMayCallAndNothingElse() throws Exception {
    house.provide(
        "books",
        offer("books.open", call -> ""),
        new Offer(with(describe("books.close", Type.text()), Access.role("vm-admin")), c -> ""),
        new Offer(with(describe("books.secret", Type.text()), Trait.HIDDEN), c -> ""));
    assertEquals(List.of("books.open"), shown(OPERATOR));
    assertEquals(List.of("books.close", "books.open"), shown(ADMIN));
    assertEquals(List.of(), shown(new Caller("nobody", Set.of(), "http")));
    assertEquals(
        "", house.operations.call(CallRequest.of("books.close", Map.of()).by(ADMIN)).orElseThrow());
    String told =
        House.told(house.operations.call(CallRequest.of("books.close", Map.of()).by(OPERATOR)));
    assertTrue(told.contains("HS-CALLER-001"), told);
  }

  private List<String> shown(Caller caller) {
    return house.operations.list(caller).stream().map(it -> it.name().toString()).toList();
  }

  @Test
  void anOfferInTheNameOfAnotherExtensionIsRefused() throws Exception {
    try (LogLines log = LogLines.of(Offers.class)) {
      house.provide("books", offer("shop.buy", call -> ""), offer("books.b", call -> ""));
      assertEquals(List.of("books.b"), house.names());
      assertEquals(1, log.containing("HS-OPERATION-001"));
    }
  }

  @Test
  void whatIsDeclaredWronglyIsLeftOutWithAllItsFaults() throws Exception {
    Field twice = Field.required("a", Type.text(), "");
    OperationDescription bad = describe("books.bad", Type.text(), twice, twice);
    OperationDescription ended =
        with(describe("books.ended", Type.text()), new Lifecycle("2.0", "1.9", "1.8", "x"));
    OperationDescription keyed =
        with(
            describe("books.keyed", Type.text()),
            new Access(Set.of("user"), List.of(new KeyAccess("no", "", Set.of("admin")))));
    OperationDescription odd =
        describe(
            "books.odd",
            Type.text(),
            Field.defaulting("a", Type.text(), "x", ""),
            Field.required("b", Type.text(), ""));
    try (LogLines log = LogLines.of(Offers.class)) {
      house.provide(
          "books",
          new Offer(bad, c -> ""),
          new Offer(ended, c -> ""),
          new Offer(keyed, c -> ""),
          new Offer(odd, c -> ""));
      assertEquals(List.of("books.odd"), house.names());
      assertEquals(3, log.containing("HS-OPERATION-004"), log.lines().toString());
      assertEquals(1, log.containing("HS-OPERATION-005"), log.lines().toString());
      assertEquals(1, log.containing("before it came; it is removed before"));
    }
  }

  @Test
  void aProviderThatThrowsOrHangsHarmsNobodyAndALateAnswerCounts() throws Exception {
    CountDownLatch late = new CountDownLatch(1);
    try (LogLines log = LogLines.of(Offers.class)) {
      house.provide(
          "thrower",
          () -> {
            throw new StackOverflowError();
          });
      assertTimeout(
          Duration.ofSeconds(5),
          () ->
              house.provide(
                  "sleeper",
                  () -> {
                    try {
                      late.await();
                    } catch (InterruptedException e) {
                      throw new IllegalStateException(e);
                    }
                    return List.of(offer("sleeper.a", call -> ""));
                  }));
      assertEquals(2, log.containing("HS-OPERATION-003"), log.lines().toString());
      house.provide("books", offer("books.b", call -> ""));
      assertEquals(List.of("books.b"), house.names());
      late.countDown();
      for (int i = 0; i < 500 && house.names().size() < 2; i++) {
        Thread.sleep(10);
      }
      assertEquals(List.of("books.b", "sleeper.a"), house.names());
    }
  }

  @Test
  void readersSeeOnlyWholeStates() throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    List<Integer> halves = new ArrayList<>();
    Thread reader =
        new Thread(
            () -> {
              while (!stop.get()) {
                int size = house.operations.list().size();
                if (size != 0 && size != 500) {
                  halves.add(size);
                }
              }
            });
    reader.start();
    Offer[] offers =
        IntStream.range(0, 500).mapToObj(i -> offer("books.o" + i, c -> "")).toArray(Offer[]::new);
    for (int i = 0; i < 100; i++) {
      house.provide("books", offers).close();
    }
    stop.set(true);
    reader.join(10_000);
    assertEquals(List.of(), halves);
  }

  @Test
  void aHundredThousandOperationsAreNoBurden() throws Exception {
    assertTimeout(
        Duration.ofSeconds(15),
        () -> {
          for (int p = 0; p < 1000; p++) {
            String extension = "e" + p % 10;
            int provider = p;
            house.provide(
                extension,
                IntStream.range(0, 100)
                    .mapToObj(i -> offer(extension + ".p" + provider + "-" + i, c -> ""))
                    .toArray(Offer[]::new));
          }
        });
    assertEquals(100_000, house.names().size());
    assertEquals("e7.p7-99", house.operations.find("p7-99").orElseThrow().name().toString());
    assertEquals("", house.operations.call("e7.p997-5", Map.of()));
  }
}
