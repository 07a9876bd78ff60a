package hotshoe.embedding;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.caller.AuditEntry;
import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.ExtensionState;
import hotshoe.extension.Outcome;
import hotshoe.operation.CallRequest;
import hotshoe.resource.Resource;
import hotshoe.runtime.Hotshoe;
import hotshoe.runtime.HotshoeBuilder;
import hotshoe.task.TaskOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A host with extensions of CloudStack that a test writes itself, and one instance. */
record CloudStackHost(Path home, Hotshoe hotshoe) implements AutoCloseable {

  private static final String MANIFEST =
      """
      apiVersion: cloudstack.apache.org/v1
      kind: OrchestratorExtension
      metadata:
        name: %s
        displayName: Written by a test
        description: Does what the test wants.
        version: %s
        maintainer: Somebody <somebody@example.com>
      enabled: true
      spec:
        type: Orchestrator
        compatibility: {cloudstack: {minVersion: 4.20}}
        entrypoint: {path: %s}
      %s
      customActions:
        - {name: go, enabled: true, timeout: 60}
        - {name: short, enabled: true, timeout: 1}
        - name: give
          enabled: true
          timeout: 20
          parameters: [{name: word, type: STRING}]
      """;

  static final Resource MACHINE = Resource.of("VirtualMachine", "vm-1", "web");

  static CloudStackHost started(Path home, Map<String, Object> options) {
    HotshoeBuilder builder = Hotshoe.builder().home(home).option("gateway.port", 0);
    options.forEach(builder::option);
    Hotshoe hotshoe = builder.start();
    hotshoe.resources().put(MACHINE);
    return new CloudStackHost(home, hotshoe);
  }

  /**
   * Installs an extension whose entrypoint is the file that is named like it.
   *
   * @param spec more of the manifest's spec, in lines
   */
  void install(String name, String version, String spec, Map<String, String> files)
      throws IOException {
    Outcome outcome = hotshoe.extensions().install(archive(name, version, spec, files));
    assertTrue(
        outcome instanceof Outcome.Installed || outcome instanceof Outcome.Upgraded,
        outcome::toString);
  }

  /** The same as an archive. */
  Path archive(String name, String version, String spec, Map<String, String> files)
      throws IOException {
    String entrypoint =
        files.keySet().stream().filter(it -> it.startsWith(name + ".")).findFirst().orElseThrow();
    Path archive = home.resolve(name + "-" + version + ".zip");
    String indented = spec.isEmpty() ? "" : spec.indent(2).stripTrailing();
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.putNextEntry(new ZipEntry("manifest.yaml"));
      zip.write(
          MANIFEST.formatted(name, version, entrypoint, indented).getBytes(StandardCharsets.UTF_8));
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return archive;
  }

  TaskOutcome call(String operation) {
    return call(operation, Map.of());
  }

  TaskOutcome call(String operation, Map<String, ?> arguments) {
    return hotshoe.operations().call(CallRequest.of(operation, arguments).on(MACHINE.ref()));
  }

  /** What an action that succeeds writes. */
  String output(String operation) {
    TaskOutcome outcome = call(operation);
    TaskOutcome.Succeeded done = assertInstanceOf(TaskOutcome.Succeeded.class, outcome);
    return (String) ((Map<?, ?>) done.result()).get("details");
  }

  Extension extension(String name) {
    return hotshoe.extensions().find(new ExtensionName(name)).orElseThrow();
  }

  ExtensionState state(String name) {
    return extension(name).state();
  }

  /** The folder in which its files lie. */
  Path files(String name) throws IOException {
    try (Stream<Path> versions = Files.list(home.resolve("data/files").resolve(name))) {
      return versions.findFirst().orElseThrow();
    }
  }

  List<AuditEntry> audit() {
    return hotshoe.audit().tail(1000);
  }

  void await(String what, BooleanSupplier condition) {
    await(what, Duration.ofSeconds(20), condition);
  }

  void await(String what, Duration limit, BooleanSupplier condition) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "waited in vain for " + what);
      LockSupport.parkNanos(2_000_000);
    }
  }

  @Override
  public void close() {
    hotshoe.close();
  }
}
