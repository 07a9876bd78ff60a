package hotshoe.cloudstack.registry;

import hotshoe.archive.DocumentReader;
import hotshoe.extension.ExportedArchive;
import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.Extensions;
import hotshoe.extension.InstallListener;
import hotshoe.extension.InstallRequest;
import hotshoe.extension.Installer;
import hotshoe.extension.Outcome;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes extensions and changes them. Each change of one that was registered by hand writes an
 * archive in the next version and installs it as any other, so it can be gone back from and
 * exported. Changes are made one after another.
 */
@Component(service = Workshop.class)
public final class Workshop {

  private final Extensions extensions;
  private final Installer installer;
  private final DocumentReader reader;
  private final Object turn = new Object();

  /** Installs what it makes with these. */
  @Activate
  public Workshop(
      @Reference Extensions extensions,
      @Reference Installer installer,
      @Reference DocumentReader reader) {
    this.extensions = extensions;
    this.installer = installer;
    this.reader = reader;
  }

  /** Installs what a manifest on the web names. */
  Extension install(String manifest) {
    return told(installer.install(InstallRequest.of(manifest), InstallListener.NONE));
  }

  /** Installs one that was made here, unless its name is taken (row CS-2). */
  Extension create(ExtensionName name, HandMade made) {
    synchronized (turn) {
      if (extensions.find(name).isPresent()) {
        throw new ProblemException(RegistryProblems.taken(name));
      }
      return installed(name, made);
    }
  }

  /**
   * Installs the next version of one that was made here.
   *
   * @param change makes the next manifest of the one before
   */
  Extension change(ExtensionName name, UnaryOperator<Map<String, Object>> change)
      throws IOException {
    synchronized (turn) {
      HandMade before = before(name);
      return installed(name, before.next(change.apply(before.manifest())));
    }
  }

  private HandMade before(ExtensionName name) throws IOException {
    try (InputStream bytes = archive(name).bytes()) {
      return HandMade.read(reader, bytes)
          .orElseThrow(() -> new ProblemException(RegistryProblems.notByHand(name)));
    }
  }

  /** The archive of an extension, for whoever closes it. */
  ExportedArchive archive(ExtensionName name) throws IOException {
    return installer
        .export(name)
        .orElseThrow(() -> new ProblemException(RegistryProblems.notByHand(name)));
  }

  private Extension installed(ExtensionName name, HandMade made) {
    InstallRequest request = InstallRequest.of(name + ".zip");
    InputStream archive = new ByteArrayInputStream(made.archive());
    Outcome outcome = installer.install(request, archive, InstallListener.NONE);
    if (outcome instanceof Outcome.Refused refused) {
      throw new ProblemException(refused.problems().stream().map(Workshop::called).toList());
    }
    return told(outcome);
  }

  /** Nobody who calls has seen the manifest, so where in it the fault is would not help. */
  private static Problem called(Problem problem) {
    return problem.code().startsWith("HS-MANIFEST-")
        ? problem.at("").advising("call it again with what may stand there; nothing was changed")
        : problem;
  }

  /** Enables or disables an extension, for good. */
  void turn(ExtensionName name, boolean on) {
    succeeded(on ? extensions.enable(name) : extensions.disable(name));
  }

  /** Removes an extension. */
  void remove(ExtensionName name, boolean keepingData) {
    synchronized (turn) {
      succeeded(installer.uninstall(name, keepingData));
    }
  }

  private static void succeeded(Outcome outcome) {
    if (outcome instanceof Outcome.Refused refused) {
      throw new ProblemException(refused.problems());
    }
    if (outcome instanceof Outcome.Failed failed) {
      throw new ProblemException(failed.cause());
    }
  }

  /** Nothing else can come of an installation. */
  private static Extension told(Outcome outcome) {
    succeeded(outcome);
    if (outcome instanceof Outcome.Installed installed) {
      return installed.extension();
    }
    if (outcome instanceof Outcome.Upgraded upgraded) {
      return upgraded.extension();
    }
    return ((Outcome.AlreadyPresent) outcome).extension();
  }
}
