package hotshoe.shell.command;

import hotshoe.extension.ExportedArchive;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.Extensions;
import hotshoe.extension.InstallRequest;
import hotshoe.extension.InstalledVersion;
import hotshoe.extension.Installer;
import hotshoe.extension.Outcome;
import hotshoe.extension.Plan;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.shell.command.Completes.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The commands {@code ext:*} that have to do with archives: what comes in, goes back and goes. */
@Component(
    service = Object.class,
    property = {
      "osgi.command.scope=ext",
      "osgi.command.function=plan",
      "osgi.command.function=install",
      "osgi.command.function=rollback",
      "osgi.command.function=versions",
      "osgi.command.function=export",
      "osgi.command.function=uninstall"
    })
public class ArchiveCommands {

  private final Installer installer;
  private final KnownExtensions known;

  @Activate
  public ArchiveCommands(@Reference Installer installer, @Reference Extensions extensions) {
    this.installer = installer;
    this.known = new KnownExtensions(extensions);
  }

  @Descriptor("says what installing an archive would do, and does nothing")
  @Examples({
    "ext:plan billing-2.0.0.zip",
    "ext:plan https://example.org/billing.tar.gz --json",
    "ext:plan git+https://example.org/billing.git --ref v2.0"
  })
  public Object plan(
      CommandSession session,
      @Descriptor("a branch, tag or commit of a repository")
          @Parameter(names = "--ref", absentValue = "")
          String ref,
      @Descriptor("as if the same or a higher version might be replaced")
          @Parameter(names = "--force", presentValue = "true", absentValue = "false")
          boolean force,
      @Descriptor("write it as JSON")
          @Parameter(names = "--json", presentValue = "true", absentValue = "false")
          boolean json,
      @Descriptor("a file, a folder or a URL, as for ext:install") @Completes(Kind.FILE)
          String source) {
    InstallRequest request =
        new InstallRequest(
            Sources.absolute(source, session), text(ref), Optional.empty(), force, false);
    try (InstallProgress progress = new InstallProgress(Dialogue.of(session))) {
      return shown(installer.plan(request, progress), json);
    }
  }

  @Descriptor("installs an archive, or upgrades the extension of its name")
  @Examples({
    "ext:install hello-1.0.0.jar",
    "ext:install /srv/archives/billing.zip --disabled",
    "ext:install https://example.org/billing.tar.gz --digest 9f86d081884c7d65...",
    "ext:install git+https://example.org/billing.git --ref v2.0"
  })
  public Outcome install(
      CommandSession session,
      @Descriptor("a branch, tag or commit of a repository")
          @Parameter(names = "--ref", absentValue = "")
          String ref,
      @Descriptor("the SHA-256 that the archive must have")
          @Parameter(names = "--digest", absentValue = "")
          String digest,
      @Descriptor("also over other bytes of the same version, and over a higher one")
          @Parameter(names = "--force", presentValue = "true", absentValue = "false")
          boolean force,
      @Descriptor("do not start what is new")
          @Parameter(names = "--disabled", presentValue = "true", absentValue = "false")
          boolean disabled,
      @Descriptor("a file, a folder or a URL; a relative path starts where you are")
          @Completes(Kind.FILE)
          String source) {
    InstallRequest request =
        new InstallRequest(
            Sources.absolute(source, session), text(ref), text(digest), force, disabled);
    try (InstallProgress progress = new InstallProgress(Dialogue.of(session))) {
      return Unsuccessful.unless(installer.install(request, progress));
    }
  }

  @Descriptor("goes back to a version that is kept")
  @Examples({"ext:rollback hello", "ext:rollback hello 1.0.0", "ext:rollback hello --plan"})
  public Object rollback(
      @Descriptor("say what it would do, and do nothing")
          @Parameter(names = "--plan", presentValue = "true", absentValue = "false")
          boolean plan,
      @Descriptor("write the plan as JSON")
          @Parameter(names = "--json", presentValue = "true", absentValue = "false")
          boolean json,
      @Descriptor("its name") @Completes(Kind.EXTENSION) String name) {
    return rollback(plan, json, name, Optional.empty());
  }

  @Descriptor("goes back to a version that is kept")
  @Examples("ext:rollback hello 1.0.0")
  public Object rollback(
      @Descriptor("say what it would do, and do nothing")
          @Parameter(names = "--plan", presentValue = "true", absentValue = "false")
          boolean plan,
      @Descriptor("write the plan as JSON")
          @Parameter(names = "--json", presentValue = "true", absentValue = "false")
          boolean json,
      @Descriptor("its name") @Completes(Kind.EXTENSION) String name,
      @Descriptor("the version; without it the one before") String version) {
    return rollback(plan, json, name, Optional.of(read(version)));
  }

  private Object rollback(boolean plan, boolean json, String name, Optional<Version> wanted) {
    ExtensionName extension = known.find(name).name();
    return plan || json
        ? shown(installer.planRollback(extension, wanted), json)
        : Unsuccessful.unless(installer.rollback(extension, wanted));
  }

  private static Version read(String text) {
    try {
      return Version.parseVersion(text);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          Problem.error("HS-SHELL-030", "'" + text + "' is not a version")
              .advising("write one that ext:versions lists, such as 1.2.0"),
          e);
    }
  }

  @Descriptor("lists the versions of an extension whose archives are kept")
  @Examples({"ext:versions hello", "ext:versions hello --json"})
  public Object versions(
      @Descriptor("write it as JSON")
          @Parameter(names = "--json", presentValue = "true", absentValue = "false")
          boolean json,
      @Descriptor("its name") @Completes(Kind.EXTENSION) String name) {
    List<InstalledVersion> versions = installer.versions(known.find(name).name());
    return json
        ? new JsonDocument(versions.stream().map(PlanDocument::of).toList())
        : new Listing<>(InstalledVersion.class, versions);
  }

  @Descriptor("writes the archive of an extension to a file, byte for byte as it came")
  @Examples({"ext:export hello", "ext:export hello /srv/archives/hello.jar"})
  public ExportedFile export(
      CommandSession session, @Descriptor("its name") @Completes(Kind.EXTENSION) String name)
      throws IOException {
    return ExportedFile.write(archive(name), session.currentDir(), Optional.empty());
  }

  @Descriptor("writes the archive of an extension to a file, byte for byte as it came")
  @Examples("ext:export hello /srv/archives/hello.jar")
  public ExportedFile export(
      CommandSession session,
      @Descriptor("its name") @Completes(Kind.EXTENSION) String name,
      @Descriptor("the file; without it a name of its own, where you are") @Completes(Kind.FILE)
          String file)
      throws IOException {
    return ExportedFile.write(archive(name), session.currentDir(), Optional.of(file));
  }

  private ExportedArchive archive(String name) throws IOException {
    return installer
        .export(known.find(name).name())
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.error("HS-SHELL-031", name + " has no archive any more")));
  }

  @Descriptor("removes an extension, and its file from the deploy folder")
  @Examples({"ext:uninstall hello", "ext:uninstall hello --clean", "ext:uninstall hello --plan"})
  public Object uninstall(
      @Descriptor("delete the files as well that it wrote itself")
          @Parameter(names = "--clean", presentValue = "true", absentValue = "false")
          boolean clean,
      @Descriptor("say what it would do, and do nothing")
          @Parameter(names = "--plan", presentValue = "true", absentValue = "false")
          boolean plan,
      @Descriptor("write the plan as JSON")
          @Parameter(names = "--json", presentValue = "true", absentValue = "false")
          boolean json,
      @Descriptor("its name") @Completes(Kind.EXTENSION) String name) {
    ExtensionName extension = known.find(name).name();
    return plan || json
        ? shown(installer.planUninstall(extension), json)
        : Unsuccessful.unless(installer.uninstall(extension, !clean));
  }

  private static Object shown(Plan plan, boolean json) {
    return json ? new JsonDocument(PlanDocument.of(plan)) : plan;
  }

  private static Optional<String> text(String option) {
    return Optional.of(option).filter(Predicate.not(String::isEmpty));
  }
}
