package hotshoe.core.operation;

import static java.util.stream.Collectors.joining;

import hotshoe.caller.Access;
import hotshoe.caller.Audit;
import hotshoe.caller.AuditEntry;
import hotshoe.caller.Caller;
import hotshoe.core.caller.KnownRoles;
import hotshoe.core.caller.RoleAuthority;
import hotshoe.core.fixture.WrittenConfiguration;
import hotshoe.extension.ExtensionName;
import hotshoe.operation.OperationComponent;
import hotshoe.operation.OperationDescription;
import hotshoe.operation.OperationDescription.Lifecycle;
import hotshoe.operation.OperationDescription.Messages;
import hotshoe.operation.OperationHandler;
import hotshoe.operation.OperationName;
import hotshoe.operation.OperationProvider;
import hotshoe.operation.OperationProvider.Offer;
import hotshoe.task.TaskOutcome;
import hotshoe.type.Field;
import hotshoe.type.Type;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** The catalogue in a real framework with real bundles as extensions, and the real roles. */
final class House implements AutoCloseable {

  static final Caller OPERATOR = new Caller("olga", Set.of("vm-operator"), "shell");
  static final Caller ADMIN = new Caller("ada", Set.of("pool-admin"), "shell");

  final StubRuns runs = new StubRuns();
  final NotedAudit audit = new NotedAudit();
  final Path data;
  final LiveOperations operations;
  private final Framework framework;
  private final Map<String, Bundle> bundles = new java.util.HashMap<>();

  House(Path folder) throws Exception {
    this(folder, "0.5S");
  }

  House(Path folder, String holdLimit) throws Exception {
    data = folder.resolve("data");
    framework =
        ServiceLoader.load(FrameworkFactory.class)
            .findFirst()
            .orElseThrow()
            .newFramework(
                Map.of(Constants.FRAMEWORK_STORAGE, folder.resolve("framework").toString()));
    framework.start();
    WrittenConfiguration configuration =
        new WrittenConfiguration()
            .with("data", data)
            .with("roles.file", folder.resolve("roles.yaml"))
            .with("operations.limit", "10M")
            .with("operations.hold-limit", holdLimit)
            .with("operations.describe-limit", "0.3S");
    operations =
        new LiveOperations(
            framework.getBundleContext(),
            configuration,
            new RoleAuthority(new KnownRoles(configuration)),
            runs,
            runs,
            audit);
  }

  /** What was noted, one line each. */
  static final class NotedAudit implements Audit {
    private final List<AuditEntry> entries = new CopyOnWriteArrayList<>();

    @Override
    public void note(AuditEntry entry) {
      entries.add(entry);
    }

    @Override
    public List<AuditEntry> tail(int count) {
      return List.copyOf(entries);
    }

    @Override
    public void flush() {
      // Nothing is kept back.
    }

    String text() {
      return entries.stream().map(AuditEntry::toString).collect(joining("\n"));
    }

    AuditEntry last() {
      return entries.get(entries.size() - 1);
    }
  }

  private Bundle bundle(String extension) throws BundleException {
    Bundle known = bundles.get(extension);
    if (known == null) {
      known = framework.getBundleContext().installBundle("test:" + extension, jar(extension));
      known.start();
      bundles.put(extension, known);
    }
    return known;
  }

  private static ByteArrayInputStream jar(String extension) {
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue("Bundle-ManifestVersion", "2");
    headers.putValue("Bundle-SymbolicName", "bundle.of." + extension);
    headers.putValue("Bundle-Version", "1.2.0");
    headers.putValue("Hotshoe-Extension", extension);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
      jar.finish();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  /** A service that has come; gone when closed. */
  record Arrived(ServiceRegistration<?> registration, Runnable leave) implements AutoCloseable {
    @Override
    public void close() {
      leave.run();
      registration.unregister();
    }
  }

  Arrived provide(String extension, OperationProvider provider) throws BundleException {
    ServiceRegistration<OperationProvider> registration =
        bundle(extension)
            .getBundleContext()
            .registerService(OperationProvider.class, provider, null);
    ServiceReference<OperationProvider> reference = registration.getReference();
    operations.arrive(reference);
    return new Arrived(registration, () -> operations.leave(reference));
  }

  Arrived provide(String extension, Offer... offers) throws BundleException {
    return provide(extension, () -> List.of(offers));
  }

  Arrived component(String extension, OperationComponent component) throws BundleException {
    ServiceRegistration<OperationComponent> registration =
        bundle(extension)
            .getBundleContext()
            .registerService(OperationComponent.class, component, null);
    ServiceReference<OperationComponent> reference = registration.getReference();
    operations.arriveComponent(reference);
    return new Arrived(registration, () -> operations.leaveComponent(reference));
  }

  List<String> names() {
    return operations.list().stream().map(it -> it.name().toString()).toList();
  }

  /** The problems of an outcome, in one text. */
  static String told(TaskOutcome outcome) {
    return outcome.problems().stream().map(Object::toString).collect(joining("\n"));
  }

  /** A description that says as little as possible; others are made from it. */
  static OperationDescription describe(String name, Type result, Field... parameters) {
    return new OperationDescription(
        OperationName.of(name),
        name,
        "Does something.",
        List.of(parameters),
        result,
        List.of(),
        Access.role("vm-operator"),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Lifecycle.PUBLISHED,
        Messages.DEFAULT);
  }

  static OperationDescription with(OperationDescription of, Access access) {
    return new OperationDescription(
        of.name(),
        of.title(),
        of.description(),
        of.parameters(),
        of.result(),
        of.errors(),
        access,
        of.resourceKind(),
        of.limit(),
        of.traits(),
        of.lifecycle(),
        of.messages());
  }

  static OperationDescription with(OperationDescription of, Lifecycle lifecycle) {
    return new OperationDescription(
        of.name(),
        of.title(),
        of.description(),
        of.parameters(),
        of.result(),
        of.errors(),
        of.access(),
        of.resourceKind(),
        of.limit(),
        of.traits(),
        lifecycle,
        of.messages());
  }

  static OperationDescription with(OperationDescription of, Messages messages, String kind) {
    return new OperationDescription(
        of.name(),
        of.title(),
        of.description(),
        of.parameters(),
        of.result(),
        of.errors(),
        of.access(),
        Optional.of(kind).filter(k -> !k.isEmpty()),
        of.limit(),
        of.traits(),
        of.lifecycle(),
        messages);
  }

  static OperationDescription with(OperationDescription of, OperationDescription.Trait... traits) {
    return new OperationDescription(
        of.name(),
        of.title(),
        of.description(),
        of.parameters(),
        of.result(),
        of.errors(),
        of.access(),
        of.resourceKind(),
        of.limit(),
        Set.of(traits),
        of.lifecycle(),
        of.messages());
  }

  static Offer offer(String name, OperationHandler handler) {
    return new Offer(describe(name, Type.text()), handler);
  }

  static ExtensionName extension(String name) {
    return new ExtensionName(name);
  }

  @Override
  public void close() throws Exception {
    framework.stop();
    framework.waitForStop(10_000);
  }
}
