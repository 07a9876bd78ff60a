package hotshoe.core.operation;

import hotshoe.caller.Access;
import hotshoe.configuration.Configuration;
import hotshoe.core.caller.AuditLog;
import hotshoe.core.caller.KnownRoles;
import hotshoe.core.caller.RoleAuthority;
import hotshoe.core.task.TaskRoom;
import hotshoe.extension.ExtensionName;
import hotshoe.operation.OperationDescription;
import hotshoe.operation.OperationDescription.Lifecycle;
import hotshoe.operation.OperationDescription.Messages;
import hotshoe.operation.OperationHandler;
import hotshoe.operation.OperationName;
import hotshoe.type.Field;
import hotshoe.type.Type;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A catalogue with the real roles, tasks, history and audit, on a disk. */
final class CatalogueBench {

  static final OperationHandler ADD =
      call -> call.argument("a", Long.class) + call.argument("b", Long.class);

  final Shelves shelves = new Shelves();
  final RoleAuthority authority;
  final Directory directory;
  final Switchboard calls;

  CatalogueBench() {
    Path folder = folder();
    Map<String, Object> numbers =
        Map.of(
            "tasks.per-extension",
            64L,
            "tasks.queue",
            10_000L,
            "tasks.keep",
            10_000L,
            "tasks.keep-days",
            30L,
            "tasks.keep-bytes",
            16L << 20,
            "audit.bytes",
            256L << 20,
            "audit.waiting",
            1L << 16);
    Configuration configuration =
        (Configuration)
            Proxy.newProxyInstance(
                Configuration.class.getClassLoader(),
                new Class<?>[] {Configuration.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "path" -> folder.resolve((String) arguments[0]);
                      case "number" -> numbers.get((String) arguments[0]);
                      case "duration" -> Duration.ofDays(30);
                      default -> throw new UnsupportedOperationException(method.getName());
                    });
    authority = new RoleAuthority(new KnownRoles(configuration));
    directory = new Directory(shelves::catalogue, authority);
    calls =
        new Switchboard(
            shelves,
            directory,
            new Checks(authority, Optional::empty),
            new Handling(new WorkFolder(folder.resolve("work"))),
            new TaskRoom(configuration),
            new AuditTrail(new AuditLog(configuration)),
            new Switchboard.Limits(Duration.ofMinutes(10), Duration.ofSeconds(30)));
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory(
          Files.createDirectories(Path.of("bench", "target", "work")), "calls");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As many operations of an extension, in one step. */
  void add(String extension, int first, int count) {
    Gate gate = shelves.gate(new ExtensionName(extension));
    List<Entry> entries = new ArrayList<>(count);
    for (int i = first; i < first + count; i++) {
      entries.add(new Entry(describe(extension + ".operation-" + i), ADD, gate, extension));
    }
    shelves.add(gate, entries);
  }

  static OperationDescription describe(String name) {
    return new OperationDescription(
        OperationName.of(name),
        name,
        "Adds two numbers.",
        List.of(
            Field.required("a", Type.integer(), "One."),
            Field.defaulting("b", Type.integer(), 1L, "Another.")),
        Type.integer(),
        List.of(),
        Access.role("vm-operator"),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Lifecycle.PUBLISHED,
        Messages.DEFAULT);
  }
}
