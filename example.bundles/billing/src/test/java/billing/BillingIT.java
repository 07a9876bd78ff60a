package billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.junit.HotshoeExtension;
import hotshoe.operation.CallRequest;
import hotshoe.operation.Operations;
import hotshoe.setting.Settings;
import hotshoe.task.TaskHandle;
import hotshoe.task.TaskOutcome.Cancelled;
import hotshoe.task.TaskOutcome.Failed;
import hotshoe.task.TaskOutcome.Refused;
import java.nio.file.Path;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How an author tests what an extension offers: in a real host, by calling it as others do. */
class BillingIT {
  @RegisterExtension
  static final HotshoeExtension HOTSHOE = HotshoeExtension.deploying(Path.of("target/billing.jar"));

  @Test
  void aPlanIsQuotedWithTheTaxThatIsSet(Operations operations, Settings settings) {
    Map<String, ?> arguments = Map.of("plan", "LARGE", "seats", 2);
    assertEquals(
        Map.of("net", 50.0, "tax", 9.5, "total", 59.5),
        operations.call("billing.quote", arguments));
    settings.set("default", "tax_percent", 20);
    assertEquals(
        Map.of("net", 50.0, "tax", 10.0, "total", 60.0),
        operations.call("billing.quote", arguments));
    settings.reset("default", "tax_percent");
  }

  @Test
  void wrongArgumentsAreRefusedTogetherBeforeAnyCodeOfOursRuns(Operations operations) {
    CallRequest wrong = CallRequest.of("billing.quote", Map.of("plan", "HUGE", "seats", 0));
    String told = assertInstanceOf(Refused.class, operations.call(wrong)).problems().toString();
    assertTrue(told.contains("plan") && told.contains("seats"), told);
  }

  @Test
  void aMonthIsClosedForEveryCustomer(Operations operations) {
    assertEquals(
        List.of("Ada", "Babbage", "Curie", "Darwin", "Euler"),
        operations.call("billing.close", Map.of("month", 1, "pace", 0)));
  }

  @Test
  void closingCanBeCancelled(Operations operations) {
    Map<String, ?> slowly = Map.of("month", 2, "pace", 60_000);
    TaskHandle task = operations.start(CallRequest.of("billing.close", slowly));
    task.cancel("we changed our mind");
    assertInstanceOf(Cancelled.class, task.await());
  }

  @Test
  void aRefundNeedsAnInvoiceAndTheKeyOfTheBank(Operations operations, Settings settings) {
    operations.call("billing.close", Map.of("month", 3, "pace", 0));
    String invoice = Year.now(ZoneOffset.UTC) + "-03-Ada";
    assertEquals("NO_BANK_KEY", failureOf(operations, invoice));
    settings.set("default", "bank_key", "for tests only");
    assertEquals(100.0, operations.call("billing.refund", Map.of("invoice", invoice)));
    assertEquals("UNKNOWN_INVOICE", failureOf(operations, invoice));
  }

  private static String failureOf(Operations operations, String invoice) {
    CallRequest refund = CallRequest.of("billing.refund", Map.of("invoice", invoice));
    return assertInstanceOf(Failed.class, operations.call(refund)).code();
  }
}
