package hotshoe.shell.command;

import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.Extensions;
import hotshoe.extension.Outcome;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.shell.command.Completes.Kind;
import hotshoe.slice.SliceReport;
import hotshoe.slice.Slices;
import java.util.List;
import java.util.Optional;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The commands {@code ext:*}: what is installed, and changes to it. */
@Component(
    service = Object.class,
    property = {
      "osgi.command.scope=ext",
      "osgi.command.function=list",
      "osgi.command.function=info",
      "osgi.command.function=install",
      "osgi.command.function=enable",
      "osgi.command.function=disable",
      "osgi.command.function=uninstall"
    })
public class ExtensionCommands {

  private final Extensions extensions;
  private final Slices slices;
  private final Wiring wiring;

  @Activate
  public ExtensionCommands(
      @Reference Extensions extensions, @Reference Slices slices, BundleContext context) {
    this.extensions = extensions;
    this.slices = slices;
    this.wiring = new Wiring(context);
  }

  @Descriptor("lists what is installed and what was rejected")
  @Examples({"ext:list", "ext:list | grep WAITING"})
  public ExtensionListing list() {
    return new ExtensionListing(extensions.list(), extensions.rejected());
  }

  @Descriptor("tells all about an extension: state, cause, problems, slices, needs")
  @Examples({"ext:info hello", "(ext:info hello) state"})
  public ExtensionDetails info(@Descriptor("its name") @Completes(Kind.EXTENSION) String name) {
    Extension extension = find(name);
    List<SliceReport> own =
        slices.list().stream().filter(s -> s.extension().equals(extension.name())).toList();
    return new ExtensionDetails(
        extension, own, wiring.needs(extension.bundle()), wiring.offers(extension.bundle()));
  }

  @Descriptor("installs an archive, or upgrades the extension of its name")
  @Examples({"ext:install hello-1.0.0.jar", "ext:install /srv/archives/hello.jar"})
  public Outcome install(
      CommandSession session,
      @Descriptor("the archive's file; a relative path starts where you are") @Completes(Kind.FILE)
          String path) {
    return successful(extensions.install(session.currentDir().resolve(path).normalize()));
  }

  @Descriptor("starts an extension and keeps it wanted over restarts")
  @Examples("ext:enable hello")
  public Outcome enable(@Descriptor("its name") @Completes(Kind.EXTENSION) String name) {
    return successful(extensions.enable(find(name).name()));
  }

  @Descriptor("stops an extension and keeps it stopped over restarts")
  @Examples("ext:disable hello")
  public Outcome disable(@Descriptor("its name") @Completes(Kind.EXTENSION) String name) {
    return successful(extensions.disable(find(name).name()));
  }

  @Descriptor("removes an extension, and its file from the deploy folder")
  @Examples("ext:uninstall hello")
  public Outcome uninstall(@Descriptor("its name") @Completes(Kind.EXTENSION) String name) {
    return successful(extensions.uninstall(find(name).name()));
  }

  private static Outcome successful(Outcome outcome) {
    if (outcome instanceof Outcome.Refused || outcome instanceof Outcome.Failed) {
      throw new Unsuccessful(outcome);
    }
    return outcome;
  }

  /** The extension of this name, in whatever case it is written. */
  private Extension find(String name) {
    return byName(name)
        .or(() -> only(extensions.list().stream().filter(e -> isNamed(e, name)).toList()))
        .orElseThrow(() -> unknown(name));
  }

  private Optional<Extension> byName(String name) {
    try {
      return extensions.find(new ExtensionName(name));
    } catch (IllegalArgumentException e) {
      throw new ProblemException(problem(name).because(e.getMessage()), e);
    }
  }

  private static boolean isNamed(Extension extension, String name) {
    return extension.name().value().equalsIgnoreCase(name);
  }

  private static Optional<Extension> only(List<Extension> matches) {
    return matches.size() == 1 ? Optional.of(matches.get(0)) : Optional.empty();
  }

  private ProblemException unknown(String name) {
    return new ProblemException(problem(name));
  }

  private Problem problem(String name) {
    List<String> known = extensions.list().stream().map(e -> e.name().value()).toList();
    return Problem.error("HS-SHELL-004", "there is no extension '" + name + "'")
        .advising(Candidates.advice(name, known, "ext:list lists all of them"));
  }
}
