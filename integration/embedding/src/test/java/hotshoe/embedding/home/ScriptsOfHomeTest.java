package hotshoe.embedding.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.form.ResultView;
import hotshoe.operation.CallRequest;
import hotshoe.resource.Resource;
import hotshoe.resource.Resource.Detail;
import hotshoe.runtime.Hotshoe;
import hotshoe.task.TaskOutcome;
import hotshoe.task.TaskOutcome.Succeeded;
import hotshoe.type.Ref;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * The scripts that come with CloudStack, byte for byte, run through the life of an instance against
 * systems of paper. They are not part of the project: the folder in which somebody has them is
 * given by {@code -Dcloudstack.scripts=...}, and what they need beside bash, jq, curl and Python by
 * {@code -Dcloudstack.path=...} before the usual folders.
 */
class ScriptsOfHomeTest {

  private static final Path PAGE = Path.of("../../docs/proofs/cloudstack-scripts.md");
  private static final String PATH =
      System.getProperty("cloudstack.path", "/usr/local/bin:/usr/bin:/bin");
  private static final Ref INSTANCE = new Ref("VirtualMachine", "5a4bd17e");

  private final Map<String, String> shown = new LinkedHashMap<>();
  private final List<String> told = new ArrayList<>();

  @TestFactory
  @Tag("proof")
  @Proves("CS-70")
  Stream<DynamicTest> theScriptsRunUnmodified() {
    String folder = System.getProperty("cloudstack.scripts", "");
    return Stream.of(
            Map.entry("provisioner.sh", (Life) this::provisioner),
            Map.entry("maas.py", (Life) this::maas),
            Map.entry("proxmox.sh", (Life) this::proxmox))
        .filter(script -> !folder.isEmpty())
        .map(script -> test(Path.of(folder, script.getKey()), script.getValue()));
  }

  /** What is done with a script. */
  private interface Life {
    void live(Path script, Path home) throws Exception;
  }

  private DynamicTest test(Path script, Life life) {
    String name = script.getFileName().toString();
    return DynamicTest.dynamicTest(
        name,
        () -> {
          told.clear();
          life.live(script, Files.createTempDirectory("hotshoe-scripts"));
          shown.put(name + " (SHA-256 " + digest(script) + ")", String.join("\n", told));
          Files.writeString(PAGE, page());
        });
  }

  private void provisioner(Path script, Path home) throws IOException {
    try (Hotshoe hotshoe = host(home, script, "", Map.of())) {
      succeed(hotshoe, "create", Map.of());
      assertTrue(
          instance(hotshoe).reveal("nics").orElse("").contains("52:54:00:"),
          () -> instance(hotshoe).reveal("nics").orElse(""));
      assertEquals("PowerOn", succeed(hotshoe, "status", Map.of()).result());
      Object all =
          assertInstanceOf(
                  Succeeded.class,
                  hotshoe
                      .operations()
                      .call(CallRequest.of("home.statuses", Map.of()).on(new Ref("Host", "h1"))))
              .result();
      assertEquals(Map.of(INSTANCE.id(), "PowerOn"), all, "falls back to status");
      succeed(hotshoe, "stop", Map.of());
      succeed(hotshoe, "start", Map.of());
      succeed(hotshoe, "reboot", Map.of());
      succeed(hotshoe, "delete", Map.of());
    }
  }

  private void maas(Path script, Path home) throws IOException {
    String details = "  details: {endpoint: 'http://127.0.0.1', apikey: '" + Maas.KEY + "'}\n";
    try (Maas maas = new Maas();
        Hotshoe hotshoe = host(home, script, details, Map.of())) {
      succeed(hotshoe, "create", Map.of());
      assertEquals("Deployed, on", maas.state("abc2"));
      assertTrue(
          instance(hotshoe).reveal("nics").orElse("").contains("02:00:00:00:00:02"),
          () -> instance(hotshoe).reveal("nics").orElse(""));
      assertEquals("PowerOn", succeed(hotshoe, "status", Map.of()).result());
      succeed(hotshoe, "stop", Map.of());
      assertEquals("PowerOff", succeed(hotshoe, "status", Map.of()).result());
      succeed(hotshoe, "start", Map.of());
      succeed(hotshoe, "reboot", Map.of());
      succeed(hotshoe, "delete", Map.of());
      assertEquals("Ready, off", maas.state("abc2"));
      heard(maas);
    }
  }

  private void proxmox(Path script, Path home)
      throws IOException, GeneralSecurityException, InterruptedException {
    Map<String, String> node =
        Map.of(
            "url", "127.0.0.1",
            "user", "root@pam",
            "token", "hotshoe",
            "secret", "s3cret",
            "node", "pve",
            "network_bridge", "vmbr0",
            "verify_tls_certificate", "false");
    try (Proxmox proxmox = new Proxmox(home);
        Hotshoe hotshoe = host(home, script, SNAPSHOTS, node)) {
      succeed(hotshoe, "create", Map.of());
      String made = proxmox.machine("105");
      for (String part :
          List.of(
              "running",
              "name=i-2-7-VM",
              "template=9000",
              "cores=2",
              "memory=512",
              "net0=virtio=02:00:00:00:00:09,bridge=vmbr0,tag=166,firewall=0")) {
        assertTrue(made.contains(part), () -> part + " is not in " + made);
      }
      assertEquals("PowerOn", succeed(hotshoe, "status", Map.of()).result());
      snapshots(hotshoe);
      succeed(hotshoe, "stop", Map.of());
      assertEquals("PowerOff", succeed(hotshoe, "status", Map.of()).result());
      succeed(hotshoe, "start", Map.of());
      succeed(hotshoe, "reboot", Map.of());
      succeed(hotshoe, "delete", Map.of());
      assertEquals("none", proxmox.machine("105"));
      heard(proxmox);
    }
  }

  private void snapshots(Hotshoe hotshoe) {
    succeed(
        hotshoe,
        "CreateSnapshot",
        Map.of("snap_name", "before", "snap_description", "kept", "snap_save_memory", false));
    Object listed = succeed(hotshoe, "ListSnapshots", Map.of()).result();
    ResultView.Table table =
        assertInstanceOf(ResultView.Table.class, ResultView.of(listed).orElseThrow());
    assertEquals(List.of("name", "snaptime", "description", "parent", "vmstate"), table.columns());
    assertEquals("before", table.rows().get(0).get("name"));
    succeed(hotshoe, "RestoreSnapshot", Map.of("snap_name", "before"));
    succeed(hotshoe, "DeleteSnapshot", Map.of("snap_name", "before"));
  }

  private static final String SNAPSHOTS =
      """
      customActions:
        - {name: ListSnapshots, enabled: true, timeout: 60}
        - name: CreateSnapshot
          enabled: true
          timeout: 60
          parameters:
            - {name: snap_name, type: STRING, required: true}
            - {name: snap_description, type: STRING}
            - {name: snap_save_memory, type: BOOLEAN}
        - name: RestoreSnapshot
          enabled: true
          timeout: 60
          parameters: [{name: snap_name, type: STRING, required: true}]
        - name: DeleteSnapshot
          enabled: true
          timeout: 60
          parameters: [{name: snap_name, type: STRING, required: true}]
      """;

  /** A host with the script as an extension, and an instance that is ready to be made. */
  private static Hotshoe host(Path home, Path script, String more, Map<String, String> node)
      throws IOException {
    Path archive = home.resolve("home.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.putNextEntry(new ZipEntry("manifest.yaml"));
      zip.write(manifest(script, more).getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry(script.getFileName().toString()));
      zip.write(Files.readAllBytes(script));
    }
    Hotshoe hotshoe =
        Hotshoe.builder()
            .home(home)
            .option("gateway.port", 0)
            .option("processes.path", PATH)
            .deploy(archive)
            .start();
    resources(node).forEach(hotshoe.resources()::put);
    return hotshoe;
  }

  private static String manifest(Path script, String more) {
    return """
        apiVersion: cloudstack.apache.org/v1
        kind: OrchestratorExtension
        metadata:
          name: home
          displayName: Home
          description: A script that comes with CloudStack.
          version: 1.0.0
          maintainer: Somebody <somebody@example.com>
        enabled: true
        spec:
          type: Orchestrator
          compatibility: {cloudstack: {minVersion: 4.21.0}}
          entrypoint: {path: SCRIPT}
          orchestrator: {requiresPrepareVm: true}
        """
            .replace("SCRIPT", script.getFileName().toString())
        + more;
  }

  private static List<Resource> resources(Map<String, String> node) {
    Resource host = Resource.of("Host", "h1", "rack").with("cluster", Detail.visible("c1"));
    for (Map.Entry<String, String> detail : node.entrySet()) {
      host = host.with("External:" + detail.getKey(), Detail.visible(detail.getValue()));
    }
    return List.of(
        Resource.of("Cluster", "c1", "racks"),
        Resource.of("ExtensionMapping", "Cluster/c1", "home")
            .runBy(new hotshoe.extension.ExtensionName("home")),
        host,
        Resource.of("Template", "t1", "linux")
            .with("External:template_id", Detail.visible("9000"))
            .with("External:template_type", Detail.visible("template")),
        Resource.of("ServiceOffering", "o1", "small")
            .with("cpunumber", Detail.visible("2"))
            .with("memory", Detail.visible("512")),
        Resource.of(INSTANCE.kind(), INSTANCE.id(), "web")
            .with("internalname", Detail.visible("i-2-7-VM"))
            .with("host", Detail.visible("h1"))
            .with("template", Detail.visible("t1"))
            .with("serviceoffering", Detail.visible("o1"))
            .with(
                "nics",
                Detail.visible(
                    "[{\"mac\": \"02:00:00:00:00:09\", \"broadcastUri\": \"vlan://166\"}]")));
  }

  private Succeeded succeed(Hotshoe hotshoe, String operation, Map<String, ?> arguments) {
    TaskOutcome outcome =
        hotshoe.operations().call(CallRequest.of("home." + operation, arguments).on(INSTANCE));
    Succeeded done = assertInstanceOf(Succeeded.class, outcome, () -> operation + ": " + outcome);
    told.add(operation + ": " + brief(done.result()));
    return done;
  }

  /** What a verb or an action answered, in one line. */
  private static String brief(Object result) {
    Object present = result instanceof Optional<?> optional ? optional.orElse(null) : result;
    Object details = present instanceof Map<?, ?> map ? map.get("details") : null;
    return String.valueOf(details == null ? present : details).replaceAll("\\s+", " ");
  }

  /** What a server heard, but for the many questions whether a task is done. */
  private void heard(Peer peer) {
    told.add("");
    peer.heard().stream()
        .filter(line -> !line.contains("/tasks/"))
        .map(line -> "> " + line)
        .forEach(told::add);
  }

  private static Resource instance(Hotshoe hotshoe) {
    return hotshoe.resources().require(INSTANCE);
  }

  private static String digest(Path script) throws IOException, GeneralSecurityException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(script));
    return HexFormat.of().formatHex(digest);
  }

  private String page() {
    StringBuilder page =
        new StringBuilder(
            """
        # The scripts that come with CloudStack

        * When: %s
        * Where: %s, Java %s
        * Again: `mvn -Pproofs -pl integration/embedding -am verify -Dtest=ScriptsOfHomeTest
          -Dcloudstack.scripts=FOLDER -Dcloudstack.path=PATH`, where the folder holds the scripts and the path leads to a
          Python that has `requests_oauthlib`

        Of the sources of Apache CloudStack: `scripts/vm/hypervisor/external/provisioner/provisioner.sh`, `extensions/MaaS/maas.py` and
        `extensions/Proxmox/proxmox.sh` (in bash, before it called a Python program), each with its digest.

        Each script ran unmodified, as the entrypoint of an extension in a host, through prepare, create, status, stop, start, reboot and
        delete of an instance on a host in a mapped cluster, against servers of paper on the ports that are fixed in the scripts. Below,
        what each verb answered, and what the server heard (`>`; questions whether a task is done are left out).
        """
                .formatted(
                    java.time.LocalDate.now(java.time.ZoneOffset.UTC),
                    System.getProperty("os.name"),
                    System.getProperty("java.version")));
    shown.forEach(
        (script, lines) ->
            page.append("\n## ")
                .append(script)
                .append("\n\n```\n")
                .append(lines)
                .append("\n```\n"));
    return page.toString();
  }
}
