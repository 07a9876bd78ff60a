package billing;

import hotshoe.configuration.Configuration;
import hotshoe.schedule.Job;
import hotshoe.schedule.Timetable;
import hotshoe.setting.Settings;
import hotshoe.slice.Slice;
import hotshoe.slice.SliceComponent;
import hotshoe.slice.SliceContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the invoices, one file each, and forgets old ones once a day. */
@Component(service = {Slice.class, Ledger.class}) // as a Ledger, the operations ask for it
@SliceComponent(name = "billing.ledger")
public class Ledger implements Slice {
  private final Path folder;
  private final Settings settings;

  @Activate
  public Ledger(@Reference Configuration configuration, @Reference Settings settings) {
    this.folder = configuration.path("data").resolve("own/billing");
    this.settings = settings;
  }

  @Override
  public void prestart(SliceContext context) {
    Timetable daily = Timetable.every(Duration.ofDays(1));
    context.scheduler().schedule(Job.of("tidy", daily, this::forgetOldOnes));
  }

  private void forgetOldOnes() throws IOException {
    long days =
        settings.get(Settings.DEFAULT_ENVIRONMENT, BillingSettings.RETAIN_DAYS).orElseThrow();
    String oldest = LocalDate.now(ZoneOffset.UTC).minusDays(days).toString();
    for (String number : invoices().keySet()) {
      if (number.compareTo(oldest) < 0) { // a number begins with its date
        remove(number);
      }
    }
  }

  /** The amounts of all invoices by number, the oldest first. */
  Map<String, Double> invoices() throws IOException {
    Map<String, Double> invoices = new TreeMap<>();
    if (Files.exists(folder)) {
      try (var files = Files.newDirectoryStream(folder)) {
        for (Path file : files) {
          invoices.put(file.getFileName().toString(), Double.valueOf(Files.readString(file)));
        }
      }
    }
    return invoices;
  }

  void add(String number, double amount) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(number), "" + amount);
  }

  void remove(String number) throws IOException {
    Files.delete(folder.resolve(number));
  }
}
