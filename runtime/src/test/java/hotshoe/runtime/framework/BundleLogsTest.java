package hotshoe.runtime.framework;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BundleLogsTest {

  private final Logger target = Logger.getLogger("org.example.Component");
  private final List<String> heard = new ArrayList<>();
  private final Handler ear =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          Throwable cause = record.getThrown();
          heard.add(
              record.getLevel()
                  + " "
                  + record.getMessage()
                  + (cause == null ? "" : " because of " + cause.getMessage()));
        }

        @Override
        public void flush() {
          // nothing is held back
        }

        @Override
        public void close() {
          // nothing was opened
        }
      };

  @BeforeEach
  void listen() {
    target.addHandler(ear);
    target.setUseParentHandlers(false);
    target.setLevel(Level.FINE);
  }

  @AfterEach
  void stopListening() {
    target.removeHandler(ear);
    target.setUseParentHandlers(true);
    target.setLevel(null);
  }

  @Test
  void what_a_bundle_logs_reaches_the_log_of_all_at_its_level() {
    var log = BundleLogs.of("org.example").getLogger("org.example.Component");
    log.error("failed {} of {}", 1, 2);
    log.warn("careful");
    log.info("so {}", "it is");
    log.audit("always told");
    log.debug("{} {} {}", 1, 2, 3);
    log.trace("not heard");
    assertEquals(
        List.of(
            "SEVERE failed 1 of 2",
            "WARNING careful",
            "INFO so it is",
            "INFO always told",
            "FINE 1 2 3"),
        heard);
  }

  @Test
  void a_cause_at_the_end_stays_a_cause() {
    BundleLogs.of("org.example")
        .getLogger("org.example.Component")
        .error("{} failed", "it", new IllegalStateException("why"));
    assertEquals(List.of("SEVERE it failed because of why"), heard);
  }

  @Test
  void what_costs_something_to_say_is_not_asked_for_in_vain() throws Exception {
    var log = BundleLogs.of("org.example").getLogger("org.example.Component");
    log.trace(it -> it.error("asked for in vain"));
    log.debug(it -> it.debug("asked for"));
    assertEquals(List.of("FINE asked for"), heard);
  }
}
