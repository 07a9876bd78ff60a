package hotshoe.shell.command;

import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.shell.command.Completes.Kind;
import hotshoe.task.TaskReport;
import hotshoe.task.TaskState;
import hotshoe.task.Tasks;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The commands {@code task:*}: what runs, what ran, and how it ended. */
@Component(
    service = Object.class,
    property = {
      "osgi.command.scope=task",
      "osgi.command.function=list",
      "osgi.command.function=show",
      "osgi.command.function=cancel"
    })
public class TaskCommands implements Assistant {

  private static final int MOST = 10_000;
  private static final int OFFERED = 50;
  private static final long PAUSE = 100;

  private final Tasks tasks;

  @Activate
  public TaskCommands(@Reference Tasks tasks) {
    this.tasks = tasks;
  }

  @Descriptor("lists tasks: those that run first, then the latest")
  @Examples({"task:list", "task:list -o billing.close", "task:list --state FAILED -n 100"})
  public Listing<TaskReport> list(
      @Descriptor("runs of operations with this text in their name")
          @Completes(Kind.OPERATION)
          @Parameter(
              names = {"-o", "--operation"},
              absentValue = "")
          String operation,
      @Descriptor("those in this state")
          @Completes(Kind.STATE)
          @Parameter(
              names = {"-s", "--state"},
              absentValue = "")
          String state,
      @Descriptor("at most so many; 20 if you do not say")
          @Parameter(
              names = {"-n", "--count"},
              absentValue = "20")
          int count) {
    String text = operation.toLowerCase(Locale.ROOT);
    List<TaskState> states = states(state);
    return new Listing<>(
        TaskReport.class,
        tasks.list(MOST).stream()
            .filter(task -> task.operation().toLowerCase(Locale.ROOT).contains(text))
            .filter(task -> states.contains(task.state()))
            .sorted(
                Comparator.comparing((TaskReport task) -> task.state().isEnd())
                    .thenComparing(TaskReport::created, Comparator.<Instant>reverseOrder()))
            .limit(Math.max(0, count))
            .toList());
  }

  private static List<TaskState> states(String text) {
    List<TaskState> all = List.of(TaskState.values());
    if (text.isEmpty()) {
      return all;
    }
    List<TaskState> named = all.stream().filter(s -> s.name().equalsIgnoreCase(text)).toList();
    if (named.isEmpty()) {
      List<String> known = all.stream().map(TaskState::name).toList();
      throw new ProblemException(
          Problem.error("HS-SHELL-015", "no task is ever in the state '" + text + "'")
              .advising(
                  Candidates.advice(text, known, "write one of " + String.join(", ", known))));
    }
    return named;
  }

  @Descriptor("tells all about a task, with what it wrote")
  @Examples({"task:show 01JD3", "task:show 01JD3 -f", "(task:show 01JD3) state"})
  public TaskReport show(
      CommandSession session,
      @Descriptor("show what it writes until it ends; Ctrl-C stops looking, not the task")
          @Parameter(
              names = {"-f", "--follow"},
              presentValue = "true",
              absentValue = "false")
          boolean follow,
      @Descriptor("its identifier, or enough of it to be the only one") @Completes(Kind.TASK)
          String id)
      throws InterruptedException {
    TaskReport report = find(id);
    if (!follow || report.state().isEnd()) {
      return report;
    }
    TaskReport last = follow(report, Dialogue.of(session));
    return withoutOutput(last);
  }

  private TaskReport follow(TaskReport first, Dialogue dialogue) throws InterruptedException {
    Follower follower = new Follower(dialogue);
    TaskReport report = first;
    try {
      follower.tell(report);
      while (!report.state().isEnd()) {
        Thread.sleep(PAUSE);
        report = tasks.find(first.id()).orElse(report);
        follower.tell(report);
      }
      return report;
    } finally {
      dialogue.settle();
    }
  }

  /** What has been seen already is not shown again. */
  private static TaskReport withoutOutput(TaskReport t) {
    return new TaskReport(
        t.id(),
        t.operation(),
        t.subject(),
        t.caller(),
        t.door(),
        t.state(),
        t.progress(),
        t.message(),
        "",
        "",
        t.result(),
        t.errorCode(),
        t.problems(),
        t.created(),
        t.started(),
        t.ended(),
        t.parent(),
        t.owner(),
        t.attempt());
  }

  @Descriptor("wants a running task to end")
  @Examples({"task:cancel 01JD3", "task:cancel 01JD3 'wrong month'"})
  public String cancel(
      CommandSession session,
      @Descriptor("its identifier, or enough of it to be the only one") @Completes(Kind.TASK)
          String id,
      @Descriptor("why, for people") String... reason) {
    TaskReport task = find(id);
    String who = Dialogue.caller(session).name();
    String why = reason.length == 0 ? "asked for in the shell" : String.join(" ", reason);
    if (!tasks.cancel(task.id(), why + " (" + who + ")")) {
      throw new ProblemException(
          Problem.error("HS-SHELL-016", "task " + task.id() + " does not run")
              .because("it is " + task.state())
              .advising("task:list shows what runs"));
    }
    return "Task " + task.id() + " is told to end.";
  }

  private TaskReport find(String id) {
    return tasks
        .find(id)
        .orElseGet(
            () -> {
              List<TaskReport> all = tasks.list(MOST);
              List<TaskReport> alike =
                  all.stream().filter(t -> !id.isBlank() && t.id().contains(id)).toList();
              if (alike.size() == 1) {
                return alike.get(0);
              }
              throw new ProblemException(unknown(id, alike));
            });
  }

  private static Problem unknown(String id, List<TaskReport> alike) {
    return alike.isEmpty()
        ? Problem.error("HS-SHELL-015", "there is no task '" + id + "'")
            .advising("task:list shows the latest ones")
        : Problem.error("HS-SHELL-015", "more than one task has '" + id + "' in its identifier")
            .advising("write more of it");
  }

  @Override
  public Collection<Offer> offers(Kind kind, List<String> words, String begun) {
    return switch (kind) {
      case TASK -> tasks.list(OFFERED).stream().map(TaskCommands::offer).toList();
      case STATE -> Arrays.stream(TaskState.values()).map(s -> Offer.of(s.name(), "")).toList();
      case OPERATION ->
          tasks.list(MOST).stream()
              .map(TaskReport::operation)
              .distinct()
              .limit(OFFERED)
              .map(name -> Offer.of(name, ""))
              .toList();
      default -> List.of();
    };
  }

  private static Offer offer(TaskReport task) {
    return Offer.of(task.id(), task.operation() + " " + task.state());
  }
}
