package hotshoe.shell.command;

import hotshoe.configuration.Configuration;
import hotshoe.extension.Extension;
import hotshoe.extension.Extensions;
import hotshoe.extension.InstalledVersion;
import hotshoe.extension.Installer;
import hotshoe.extension.Outcome;
import hotshoe.shell.command.Completes.Kind;
import hotshoe.slice.SliceReport;
import hotshoe.slice.Slices;
import java.util.List;
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
      "osgi.command.function=enable",
      "osgi.command.function=disable"
    })
public class ExtensionCommands {

  private final Extensions extensions;
  private final Installer installer;
  private final KnownExtensions known;
  private final Slices slices;
  private final Wiring wiring;
  private final Confined confined;

  @Activate
  public ExtensionCommands(
      @Reference Extensions extensions,
      @Reference Installer installer,
      @Reference Slices slices,
      @Reference Configuration configuration,
      BundleContext context) {
    this.extensions = extensions;
    this.installer = installer;
    this.known = new KnownExtensions(extensions);
    this.slices = slices;
    this.wiring = new Wiring(context);
    this.confined = new Confined(context, configuration);
  }

  @Descriptor("lists what is installed and what was rejected")
  @Examples({"ext:list", "ext:list | grep WAITING"})
  public ExtensionListing list() {
    return new ExtensionListing(extensions.list(), extensions.rejected());
  }

  @Descriptor("tells all about an extension: state, origin, problems, slices, needs")
  @Examples({"ext:info hello", "(ext:info hello) state"})
  public ExtensionDetails info(@Descriptor("its name") @Completes(Kind.EXTENSION) String name) {
    Extension extension = known.find(name);
    List<SliceReport> own =
        slices.list().stream().filter(s -> s.extension().equals(extension.name())).toList();
    return new ExtensionDetails(
        extension,
        installer.versions(extension.name()).stream().filter(InstalledVersion::current).findFirst(),
        own,
        wiring.needs(extension.bundle()),
        wiring.offers(extension.bundle()),
        wiring.files(extension.bundle()),
        confined.words(extension),
        confined.shortfalls(extension));
  }

  @Descriptor("starts an extension and keeps it wanted over restarts")
  @Examples("ext:enable hello")
  public Outcome enable(@Descriptor("its name") @Completes(Kind.EXTENSION) String name) {
    return Unsuccessful.unless(extensions.enable(known.find(name).name()));
  }

  @Descriptor("stops an extension and keeps it stopped over restarts")
  @Examples("ext:disable hello")
  public Outcome disable(@Descriptor("its name") @Completes(Kind.EXTENSION) String name) {
    return Unsuccessful.unless(extensions.disable(known.find(name).name()));
  }
}
