package hotshoe.core.caller;

import hotshoe.configuration.Configuration;
import hotshoe.host.Host;
import hotshoe.problem.ProblemException;
import hotshoe.type.SecretText;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes {@code admin} where nobody has ever been, once the host is ready, so that hashing holds no
 * start up. The password is shown on the console this once. It is no line of the log, for the log
 * may go to files.
 */
@Component(
    immediate = true,
    service = {})
public final class FirstAdministrator {

  static final String NAME = "admin";

  private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

  /** Thirty-two signs that nobody mistakes for one another: five bits each. */
  private static final String SIGNS = "abcdefghijkmnpqrstuvwxyz23456789";

  private static final int GROUPS = 5;
  private static final Duration LONGEST_END = Duration.ofSeconds(5);

  private final LocalUsers users;
  private final Consumer<String> console;
  private final Thread making = new Thread(this::make, "hotshoe first administrator");

  /**
   * Begins as soon as the host is ready.
   *
   * @param host there is a host with this property once it is ready
   */
  @Activate
  public FirstAdministrator(
      @Reference Configuration configuration,
      @Reference(target = "(hotshoe.ready=true)") Host host,
      @Reference LocalUsers users) {
    this(configuration, users, System.out::println);
  }

  FirstAdministrator(Configuration configuration, LocalUsers users, Consumer<String> console) {
    this.users = users;
    this.console = console;
    if (configuration.flag("users.first-administrator") && users.isNew()) {
      making.setDaemon(true);
      making.start();
    }
  }

  /** Lets it end what it has begun: an administrator whose password nobody saw is of no use. */
  @Deactivate
  public void end() {
    try {
      making.join(LONGEST_END.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void make() {
    String password = password(new SecureRandom());
    try {
      users.add(NAME, SecretText.of(password), Set.of(RoleBook.ADMINISTRATOR));
      LOG.info("the first administrator is there; its password is shown once, on the console");
      console.accept(shown(password));
    } catch (ProblemException failure) {
      LOG.error("no first administrator could be made: {}", failure.getMessage());
    }
  }

  private static String shown(String password) {
    return String.join(
        System.lineSeparator(),
        "",
        "    user      " + NAME,
        "    password  " + password,
        "    It is shown this once. To change it: hotshoe shell user:password " + NAME,
        "");
  }

  private static String password(SecureRandom random) {
    StringBuilder text = new StringBuilder();
    for (int group = 0; group < GROUPS; group++) {
      text.append(group == 0 ? "" : "-");
      for (int sign = 0; sign < 4; sign++) {
        text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
      }
    }
    return text.toString();
  }
}
