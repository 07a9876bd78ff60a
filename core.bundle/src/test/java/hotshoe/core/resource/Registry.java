package hotshoe.core.resource;

import hotshoe.caller.Access;
import hotshoe.caller.Audit;
import hotshoe.caller.AuditEntry;
import hotshoe.caller.Caller;
import hotshoe.core.caller.Authority;
import hotshoe.core.fixture.WrittenConfiguration;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.resource.Resources;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.function.Executable;

/** A registry in a data folder of its own, with a short ladder of roles and an audit in a list. */
final class Registry {

  static final Caller READER = new Caller("rita", Set.of("read-only"), "http");
  static final Caller OPERATOR = new Caller("olga", Set.of("pool-operator"), "shell");
  static final Caller ADMINISTRATOR = new Caller("ada", Set.of("pool-admin"), "shell");
  static final Caller NOBODY = new Caller("nemo", Set.of(), "http");

  private static final List<String> LADDER = List.of("read-only", "pool-operator", "pool-admin");

  private final Path data;
  private final List<AuditEntry> noted = new CopyOnWriteArrayList<>();

  Registry(Path data) {
    this.data = data;
  }

  /** As after a start of the host. */
  Resources open() {
    return new ResourceRegistry(
        new WrittenConfiguration().with("data", data.toString()), new Ladder(), new Noted());
  }

  /** What the audit holds: {@code who door action subject decision outcome detail}. */
  List<String> audit() {
    return noted.stream()
        .map(
            it ->
                String.join(
                    " ",
                    it.caller(),
                    it.door(),
                    it.action(),
                    it.subject(),
                    it.decision(),
                    it.outcome(),
                    it.detail()))
        .map(String::strip)
        .toList();
  }

  static List<Problem> refused(Executable action) {
    return Assertions.assertThrows(ProblemException.class, action).problems();
  }

  private static final class Ladder implements Authority {
    @Override
    public Optional<Problem> refusal(
        Caller caller, String what, Access access, Map<String, ?> arguments) {
      return allows(caller, access)
          ? Optional.empty()
          : Optional.of(
              Problem.error("HS-CALLER-999", caller.name() + " may not do " + what)); // fake
    }

    @Override
    public boolean allows(Caller caller, Access access) {
      int rank = caller.roles().stream().mapToInt(LADDER::indexOf).max().orElse(-1);
      return access.anyOf().stream().anyMatch(role -> rank >= LADDER.indexOf(role));
    }
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
