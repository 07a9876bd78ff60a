package hotshoe.bench;

import hotshoe.extension.InstallListener;
import hotshoe.extension.InstallRequest;
import hotshoe.extension.Installer;
import hotshoe.extension.Outcome;
import hotshoe.operation.CallRequest;
import hotshoe.operation.Operations;
import hotshoe.resource.Resource;
import hotshoe.resource.Resources;
import hotshoe.task.TaskOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.osgi.framework.BundleContext;

/** Executables as entrypoints of installed CloudStack extensions, each with one action. */
final class Entrypoints {

  private static final Resource MACHINE = Resource.of("VirtualMachine", "vm-1", "web");

  private static final String MANIFEST =
      """
      apiVersion: cloudstack.apache.org/v1
      kind: OrchestratorExtension
      metadata:
        name: %s
        displayName: Measured
        description: Is measured.
        version: 1.0.0
        maintainer: Somebody <somebody@example.com>
      enabled: true
      spec:
        type: Orchestrator
        compatibility: {cloudstack: {minVersion: 4.20.0}}
        entrypoint: {path: run}
      customActions:
        - {name: go, enabled: true, timeout: 60}
      """;

  private final Operations operations;
  private final Map<Path, String> names = new LinkedHashMap<>();

  private Entrypoints(Operations operations) {
    this.operations = operations;
  }

  /** Installs one extension for each executable, by name. */
  static Entrypoints installed(BundleContext context, Path home, Map<String, Path> executables)
      throws IOException {
    Entrypoints entrypoints = new Entrypoints(service(context, Operations.class));
    service(context, Resources.class).put(MACHINE);
    Installer installer = service(context, Installer.class);
    for (Map.Entry<String, Path> executable : executables.entrySet()) {
      Path archive = archive(home, executable.getKey(), executable.getValue());
      Outcome outcome =
          installer.install(InstallRequest.of(archive.toString()), InstallListener.NONE);
      if (!(outcome instanceof Outcome.Installed)) {
        throw new IllegalStateException("not installed: " + outcome);
      }
      entrypoints.names.put(executable.getValue(), executable.getKey() + ".go");
    }
    return entrypoints;
  }

  private static <T> T service(BundleContext context, Class<T> type) {
    return context.getService(context.getServiceReference(type));
  }

  private static Path archive(Path home, String name, Path executable) throws IOException {
    Path archive = home.resolve(name + ".zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.putNextEntry(new ZipEntry("manifest.yaml"));
      zip.write(MANIFEST.formatted(name).getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("run"));
      Files.copy(executable, zip);
    }
    return archive;
  }

  /** Calls the action of the extension that was made of this executable. */
  void call(Path executable) {
    CallRequest request = CallRequest.of(names.get(executable), Map.of()).on(MACHINE.ref());
    TaskOutcome outcome = operations.call(request);
    if (!(outcome instanceof TaskOutcome.Succeeded)) {
      throw new IllegalStateException(outcome.toString());
    }
  }
}
