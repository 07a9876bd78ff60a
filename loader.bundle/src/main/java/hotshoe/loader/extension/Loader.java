package hotshoe.loader.extension;

import hotshoe.archive.Dialect;
import hotshoe.configuration.Configuration;
import hotshoe.configuration.ExtensionOptions;
import hotshoe.extension.Deployment;
import hotshoe.extension.ExportedArchive;
import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.Extensions;
import hotshoe.extension.InstallListener;
import hotshoe.extension.InstallRequest;
import hotshoe.extension.InstalledVersion;
import hotshoe.extension.Installer;
import hotshoe.extension.Outcome;
import hotshoe.extension.Plan;
import hotshoe.extension.RejectedArchive;
import hotshoe.host.Host;
import hotshoe.loader.archive.Dialects;
import hotshoe.loader.readiness.Readiness;
import hotshoe.operation.Operations;
import hotshoe.problem.Problem;
import hotshoe.process.Interpreter;
import hotshoe.slice.Slices;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/**
 * The front door of the loader. Readers are answered from what stands now; changes are handed to
 * one thread, where {@link Installation} makes them one after another.
 */
@Component(service = {Extensions.class, Installer.class, Deployment.class})
public final class Loader implements Extensions, Installer, Deployment {

  private final AtomicReference<Optional<Operations>> catalogue =
      new AtomicReference<>(Optional.empty());
  private final Dialects dialects = new Dialects();
  private final List<Interpreter> interpreters = new CopyOnWriteArrayList<>();
  private final Installation installation;
  private final Changes changes;

  /** Wires the parts; nothing happens before {@link #inspect} or {@link #start}. */
  @Activate
  public Loader(
      BundleContext context,
      @Reference Configuration configuration,
      @Reference Host host,
      @Reference Slices slices,
      @Reference ExtensionOptions options,
      @Reference ServiceComponentRuntime components,
      @Reference Readiness readiness) {
    this.changes = new Changes(configuration.duration("stop.drain-limit"));
    this.installation =
        new Installation(
            Parts.of(
                context,
                configuration,
                host,
                slices,
                catalogue::get,
                options,
                dialects,
                components,
                readiness),
            changes);
  }

  /** The catalogue of operations: while an extension is replaced, its callers wait there. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY,
      unbind = "withdraw")
  public void offer(Operations operations) {
    catalogue.set(Optional.of(operations));
  }

  /** A format that can be read from now on. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "forget")
  public void learn(Dialect dialect) {
    dialects.add(dialect);
    installation.dialectCame();
  }

  /** A format that can be read no longer; what was installed stays and waits for it. */
  public void forget(Dialect dialect) {
    dialects.remove(dialect);
    installation.dialectWent();
  }

  /** A program that runs programs: whoever needs one of its language and version can start. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "lose")
  public void discover(Interpreter interpreter) {
    interpreters.add(interpreter);
    installation.machineChanged(List.copyOf(interpreters));
  }

  /** It is here no more: whoever needs it stops and waits. */
  public void lose(Interpreter interpreter) {
    interpreters.remove(interpreter);
    installation.machineChanged(List.copyOf(interpreters));
  }

  /** Extensions are replaced without it as well; callers may notice. */
  public void withdraw(Operations operations) {
    catalogue.updateAndGet(present -> present.filter(one -> one != operations));
  }

  @Override
  public List<Problem> inspect() {
    return changes.make(installation::inspect);
  }

  @Override
  public List<Problem> start() {
    return changes.make(installation::start);
  }

  /** Also when the host takes the component away. */
  @Override
  @Deactivate
  public void close() {
    installation.close();
  }

  @Override
  public List<Extension> list() {
    return installation.list();
  }

  @Override
  public Optional<Extension> find(ExtensionName name) {
    return installation.find(name);
  }

  @Override
  public List<RejectedArchive> rejected() {
    return installation.rejected();
  }

  @Override
  public Outcome install(Path archive) {
    return install(InstallRequest.of(archive.toString()), InstallListener.NONE);
  }

  @Override
  public Outcome install(InstallRequest request, InstallListener listener) {
    return installation.install(request, listener);
  }

  @Override
  public Outcome install(InstallRequest request, InputStream archive, InstallListener listener) {
    return installation.install(request, archive, listener);
  }

  @Override
  public Plan plan(InstallRequest request, InstallListener listener) {
    return installation.planning().install(request, listener);
  }

  @Override
  public Plan planUninstall(ExtensionName name) {
    return installation.planning().uninstall(name);
  }

  @Override
  public Plan planRollback(ExtensionName name, Optional<Version> version) {
    return installation.planning().rollback(name, version);
  }

  @Override
  public Outcome rollback(ExtensionName name, Optional<Version> version) {
    return installation.change(byHand -> byHand.rollback(name, version));
  }

  @Override
  public List<InstalledVersion> versions(ExtensionName name) {
    return installation.versions(name);
  }

  @Override
  public Optional<ExportedArchive> export(ExtensionName name) throws IOException {
    return installation.export(name);
  }

  @Override
  public Outcome enable(ExtensionName name) {
    return installation.change(byHand -> byHand.enable(name));
  }

  @Override
  public Outcome disable(ExtensionName name) {
    return installation.change(byHand -> byHand.disable(name));
  }

  @Override
  public Outcome uninstall(ExtensionName name, boolean keepingData) {
    return installation.change(byHand -> byHand.uninstall(name, keepingData));
  }

  @Override
  public Outcome uninstall(ExtensionName name) {
    return installation.change(byHand -> byHand.uninstall(name, true));
  }
}
