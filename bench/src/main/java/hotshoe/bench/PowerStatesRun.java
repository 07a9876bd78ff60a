package hotshoe.bench;

import hotshoe.extension.ExtensionName;
import hotshoe.extension.Extensions;
import hotshoe.operation.CallRequest;
import hotshoe.operation.Operations;
import hotshoe.resource.Resource;
import hotshoe.resource.Resource.Detail;
import hotshoe.resource.Resources;
import hotshoe.task.TaskHandle;
import hotshoe.type.Ref;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Asks a host with 500 instances for their power states: by one run of {@code statuses}, by a run
 * of {@code status} for each, and by 500 callers at once. The entrypoints are scripts of bash that
 * read one number from the payload.
 *
 * <p>Arguments: a folder to work in.
 */
public final class PowerStatesRun {

  private static final int INSTANCES = 500;
  private static final int REPEATS = 5;
  private static final long WAIT = 20_000;
  private static final Ref HOST = new Ref("Host", "h1");

  private static final String MANIFEST =
      """
      apiVersion: cloudstack.apache.org/v1
      kind: OrchestratorExtension
      metadata:
        name: %1$s
        displayName: Measured
        description: Is asked for power states.
        version: 1.0.0
        maintainer: Somebody <somebody@example.com>
      enabled: true
      spec:
        type: Orchestrator
        compatibility: {cloudstack: {minVersion: 4.20.0}}
        entrypoint: {path: run.sh}
      """;

  private static final String STATUSES =
      """
      #!/bin/bash
      [ "$1" = statuses ] || exit 1
      echo '{"status": "success", "power_state": {'
      for i in {1..499}; do echo "\\"vm-$i\\": \\"poweron\\","; done
      echo '"vm-500": "poweron"}}'
      """;

  private static final String STATUS =
      """
      #!/bin/bash
      [ "$1" = status ] || { echo "Invalid action" >&2; exit 1; }
      payload=$(<"$2")
      [[ $payload == *virtualmachineid* ]] && echo '{"power_state": "poweron"}'
      """;

  private final Operations operations;
  private final Resources resources;

  private PowerStatesRun(BundleContext context) throws InterruptedException {
    this.operations = service(context, Operations.class);
    this.resources = service(context, Resources.class);
  }

  public static void main(String[] arguments) throws Exception {
    Path place = Path.of(arguments[0]);
    int status = 1;
    try (EmbeddedHost host = new EmbeddedHost(Files.createDirectories(place.resolve("hotshoe")))) {
      Extensions extensions = service(host.context(), Extensions.class);
      extensions.install(archive(place, "all", STATUSES));
      extensions.install(archive(place, "single", STATUS));
      PowerStatesRun run = new PowerStatesRun(host.context());
      run.fill();
      run.measure();
      status = 0;
    }
    System.out.flush();
    System.exit(status);
  }

  private static <T> T service(BundleContext context, Class<T> type) throws InterruptedException {
    ServiceTracker<T, T> tracker = new ServiceTracker<>(context, type, null);
    tracker.open();
    return tracker.waitForService(WAIT);
  }

  private static Path archive(Path place, String name, String program) throws IOException {
    Path archive = place.resolve(name + ".zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.putNextEntry(new ZipEntry("manifest.yaml"));
      zip.write(MANIFEST.formatted(name).getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("run.sh"));
      zip.write(program.getBytes(StandardCharsets.UTF_8));
    }
    return archive;
  }

  /** Nobody but the measured calls asks: the host's cluster is mapped to no extension. */
  private void fill() {
    resources.put(Resource.of(HOST.kind(), HOST.id(), "rack"));
    List<Resource> instances = new ArrayList<>();
    for (int i = 1; i <= INSTANCES; i++) {
      instances.add(
          Resource.of("VirtualMachine", "vm-" + i, "vm-" + i)
              .runBy(new ExtensionName("single"))
              .with("host", Detail.visible(HOST.id()))
              .with("cpunumber", Detail.visible("2"))
              .with("memory", Detail.visible("1024"))
              .with("nics", Detail.visible("[{\"mac\":\"02:00:00:00:00:01\"}]"))
              .with("External:node", Detail.visible("n1"))
              .with("powerstate", Detail.visible("PowerOn"))
              .with("deployed", Detail.visible("2026-01-02T03:04:05Z")));
    }
    resources.putAll(instances);
  }

  private void measure() {
    all("all");
    all("single");
    for (int i = 0; i < REPEATS; i++) {
      new Figure("statuses", "", "wall_ms", all("all")).print();
      new Figure("status", "", "wall_ms", all("single")).print();
      double millis = callers();
      new Figure("500 callers", "", "wall_ms", millis).print();
      new Figure("500 callers", "", "calls_per_s", INSTANCES * 1000 / millis).print();
    }
    ProcessTree own = new ProcessTree(ProcessHandle.current());
    own.sample();
    new Figure("500 callers", "", "peak_mib", own.peakMebibytes()).print();
  }

  private double all(String extension) {
    long begin = System.nanoTime();
    Object told =
        operations.call(CallRequest.of(extension + ".statuses", Map.of()).on(HOST)).orElseThrow();
    if (((Map<?, ?>) told).values().stream().filter("PowerOn"::equals).count() != INSTANCES) {
      throw new IllegalStateException("not all are on: " + told);
    }
    return (System.nanoTime() - begin) / 1e6;
  }

  private double callers() {
    long begin = System.nanoTime();
    List<TaskHandle> calls = new ArrayList<>();
    for (int i = 1; i <= INSTANCES; i++) {
      Ref instance = new Ref("VirtualMachine", "vm-" + i);
      calls.add(operations.start(CallRequest.of("single.status", Map.of()).on(instance)));
    }
    calls.forEach(call -> call.await().orElseThrow());
    return (System.nanoTime() - begin) / 1e6;
  }
}
