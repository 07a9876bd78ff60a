package billing;

import hotshoe.operation.Invocation;
import hotshoe.operation.Operation;
import hotshoe.operation.OperationComponent;
import hotshoe.operation.OperationDescription.Trait;
import hotshoe.operation.OperationFailure;
import hotshoe.operation.Parameter;
import hotshoe.setting.Settings;
import java.io.IOException;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What can be called. Roles and arguments are seen to before a method of this class runs. */
@Component
public class BillingOperations implements OperationComponent {
  private final Ledger ledger;
  private final Settings settings;

  @Activate
  public BillingOperations(@Reference Ledger ledger, @Reference Settings settings) {
    this.ledger = ledger;
    this.settings = settings;
  }

  /** What can be bought: an enum is a choice. */
  public enum Plan {
    BASIC,
    LARGE
  }

  /** What a plan costs: a record has these fields behind every door. */
  public record Quote(double net, double tax, double total) {}

  @Operation(description = "Says what a plan costs.", roles = "read-only", traits = Trait.READ_ONLY)
  public Quote quote(
      @Parameter(description = "For how many.", minimum = 1, maximum = 500) int seats,
      @Parameter(description = "Which plan.", defaultValue = "BASIC") Plan plan) {
    double net = seats * (plan == Plan.BASIC ? 10.0 : 25.0);
    double percent =
        settings.get(Settings.DEFAULT_ENVIRONMENT, BillingSettings.TAX_PERCENT).orElseThrow();
    return new Quote(net, net * percent / 100, net + net * percent / 100);
  }

  @Operation(
      description = "Closes a month: writes an invoice for every customer.",
      roles = "pool-operator",
      limit = 600, // seconds; then it is cancelled
      success = "{{extensionName}} has closed the month")
  public List<String> close(
      @Parameter(description = "Of this year.", minimum = 1, maximum = 12) int month,
      @Parameter(description = "Milliseconds for each.", defaultValue = "200") int pace,
      Invocation call) // not a parameter: what is known of this call
      throws IOException, InterruptedException {
    int year = Year.now(ZoneOffset.UTC).getValue();
    List<String> customers = List.of("Ada", "Babbage", "Curie", "Darwin", "Euler");
    for (int i = 0; i < customers.size(); i++) {
      call.task().progress((double) i / customers.size(), customers.get(i));
      Thread.sleep(pace); // a cancel interrupts it, and the exception ends the task
      ledger.add(String.format("%d-%02d-%s", year, month, customers.get(i)), 100.0);
      call.task().out("wrote the invoice of " + customers.get(i) + "\n");
    }
    return customers;
  }

  @Operation(
      description = "Gives the money of an invoice back.",
      roles = "pool-admin",
      errors = {
        "UNKNOWN_INVOICE: there is no invoice of that number",
        "NO_BANK_KEY: the setting bank_key is not set"
      },
      failure = "{{actionName}} gave nothing back")
  public double refund(@Parameter(description = "2026-11-Ada, for instance.") String invoice)
      throws IOException, OperationFailure {
    Double amount = ledger.invoices().get(invoice);
    if (amount == null) {
      throw new OperationFailure("UNKNOWN_INVOICE", "there is no invoice " + invoice);
    }
    // A real one calls the bank with the key: settings.get(...).orElseThrow().reveal()
    if (settings.get(Settings.DEFAULT_ENVIRONMENT, BillingSettings.BANK_KEY).isEmpty()) {
      throw new OperationFailure("NO_BANK_KEY", "set bank_key before the first refund");
    }
    ledger.remove(invoice);
    return amount;
  }
}
