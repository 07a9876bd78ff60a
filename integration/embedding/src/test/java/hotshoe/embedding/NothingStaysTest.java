package hotshoe.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.extension.ExtensionName;
import hotshoe.extension.Outcome;
import hotshoe.operation.CallRequest;
import hotshoe.operation.Operations;
import hotshoe.runtime.Hotshoe;
import hotshoe.setting.Settings;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An extension that comes, works and goes, again and again, leaves nothing in the process. */
class NothingStaysTest {

  private static final int CYCLES = Integer.getInteger("hotshoe.test.cycles", 60);
  private static final ExtensionName BILLING = new ExtensionName("billing");

  @TempDir Path home;

  @Test
  @Timeout(240)
  void neitherClassesNorThreadsOfExtensionsThatHaveGoneStay() throws Exception {
    try (Hotshoe hotshoe = Hotshoe.builder().home(home).start()) {
      for (int i = 0; i < 3; i++) {
        comeWorkAndGo(hotshoe, i);
      }
      long before = loaders();
      Set<String> threads = threads();
      for (int i = 0; i < CYCLES; i++) {
        comeWorkAndGo(hotshoe, i);
      }
      long after = loaders();
      assertTrue(before > 0, "no class loader of a bundle was found");
      assertTrue(after <= before + 2, () -> before + " class loaders became " + after);
      Set<String> more = threads();
      more.removeAll(threads);
      assertEquals(Set.of(), more, "threads that were not there before");
    }
  }

  private static void comeWorkAndGo(Hotshoe hotshoe, int round) throws Exception {
    assertInstanceOf(Outcome.Installed.class, hotshoe.extensions().install(CatalogueTest.BILLING));
    Operations operations = hotshoe.require(Operations.class);
    operations.call("billing.quote", Map.of("seats", 1));
    operations.start(CallRequest.of("billing.quote", Map.of("seats", 2))).await();
    operations.call(CallRequest.of("billing.refund", Map.of("invoice", "none")));
    operations.call(CallRequest.of("billing.close", Map.of("month", 13)));
    operations
        .start(CallRequest.of("billing.close", Map.of("month", 1, "pace", 300)))
        .cancel("enough");
    hotshoe.require(Settings.class).set("default", "retain_days", 10L + round);
    hotshoe.extensions().uninstall(BILLING);
    assertTrue(operations.find("billing.quote").isEmpty());
  }

  /** Class loaders of bundles that a full collection leaves. */
  private static long loaders() throws Exception {
    String histogram =
        (String)
            ManagementFactory.getPlatformMBeanServer()
                .invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    "gcClassHistogram",
                    new Object[] {new String[0]},
                    new String[] {String[].class.getName()});
    return histogram
        .lines()
        .filter(line -> line.contains("BundleWiringImpl$BundleClassLoader"))
        .mapToLong(line -> Long.parseLong(line.trim().split("\\s+")[1]))
        .sum();
  }

  private static Set<String> threads() {
    Thread[] all = new Thread[Thread.activeCount() + 100];
    int count = Thread.enumerate(all);
    return Arrays.stream(all, 0, count)
        .map(thread -> thread.getName().replaceAll("[0-9]+", "#"))
        .filter(name -> !name.startsWith("hotshoe task") && !name.contains("ForkJoin"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
