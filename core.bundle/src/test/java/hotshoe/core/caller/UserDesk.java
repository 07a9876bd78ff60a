package hotshoe.core.caller;

import hotshoe.caller.Audit;
import hotshoe.caller.AuditEntry;
import hotshoe.caller.Users;
import hotshoe.core.fixture.WrittenConfiguration;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.type.SecretText;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.function.Executable;

/** Users in a data folder of its own, with the shipped roles and an audit in a list. */
final class UserDesk {

  /** The cheapest hash that can be had, for tests hash a lot. */
  static final long CHEAP = 1024;

  static final SecretText PASSWORD = SecretText.of("correct horse battery");
  static final SecretText OTHER = SecretText.of("another pass phrase");

  final WrittenConfiguration configuration;
  private final List<AuditEntry> noted = new CopyOnWriteArrayList<>();

  UserDesk(Path data) {
    this(data, CHEAP, 1);
  }

  UserDesk(Path data, long kib, long passes) {
    configuration =
        new WrittenConfiguration()
            .with("data", data.toString())
            .with("roles.file", data.resolve("roles.yaml").toString())
            .with("users.first-administrator", true)
            .with("users.hash-memory", kib)
            .with("users.hash-passes", passes)
            .with("users.hashes-at-once", 2L)
            .with("users.failures-a-minute", 1000L);
  }

  /** As after a start of the host. */
  LocalUsers open() {
    KnownRoles roles = new KnownRoles(configuration);
    return new LocalUsers(configuration, roles, new RoleAuthority(roles), new Noted());
  }

  /** What the audit holds: {@code who door action subject decision outcome detail}. */
  List<String> audit() {
    return noted.stream().map(UserDesk::line).toList();
  }

  private static String line(AuditEntry it) {
    return String.join(
            " ",
            it.caller(),
            it.door(),
            it.action(),
            it.subject(),
            it.decision(),
            it.outcome(),
            it.detail())
        .strip();
  }

  static boolean isLetIn(Users users, String name, SecretText password) {
    return users.authenticate(name, password, "http").isPresent();
  }

  static List<Problem> refused(Executable action) {
    return Assertions.assertThrows(ProblemException.class, action).problems();
  }

  static List<String> codes(Executable action) {
    return refused(action).stream().map(Problem::code).toList();
  }

  private final class Noted implements Audit {
    @Override
    public void note(AuditEntry entry) {
      noted.add(entry);
    }

    @Override
    public List<AuditEntry> tail(int count) {
      return noted;
    }

    @Override
    public void flush() {
      // Nothing is kept back.
    }
  }
}
