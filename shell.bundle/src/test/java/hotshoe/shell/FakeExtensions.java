package hotshoe.shell;

import hotshoe.extension.ExportedArchive;
import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.ExtensionState;
import hotshoe.extension.Extensions;
import hotshoe.extension.InstallListener;
import hotshoe.extension.InstallRequest;
import hotshoe.extension.InstalledVersion;
import hotshoe.extension.Installer;
import hotshoe.extension.Outcome;
import hotshoe.extension.Plan;
import hotshoe.extension.Provenance;
import hotshoe.extension.RejectedArchive;
import hotshoe.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Version;

/** Extensions that are only named; an archive is accepted when its file exists. */
public final class FakeExtensions implements Extensions, Installer {

  public static final Instant INSTALLED = Instant.parse("2026-11-20T08:30:00Z");

  public final List<Extension> installed = new ArrayList<>();
  public final List<InstallRequest> requests = new ArrayList<>();
  public final List<Boolean> cleaned = new ArrayList<>();
  public final List<RejectedArchive> rejectedArchives = new ArrayList<>();

  public FakeExtensions() {
    installed.add(extension("core", "19.1.0", ExtensionState.ACTIVE, ""));
    installed.add(extension("hello", "1.0.0", ExtensionState.ACTIVE, ""));
    installed.add(
        extension(
            "hello.world",
            "2.1.0",
            ExtensionState.WAITING,
            "it needs package org.example.greeting [1.0,2.0), which nothing here offers"));
  }

  public static Extension extension(
      String name, String version, ExtensionState state, String cause) {
    return new Extension(
        new ExtensionName(name),
        new Version(version),
        "native",
        state,
        cause,
        List.of(),
        "0123456789abcdef".repeat(4),
        name + ".jar",
        INSTALLED,
        name,
        "",
        -1);
  }

  @Override
  public List<Extension> list() {
    return List.copyOf(installed);
  }

  @Override
  public Optional<Extension> find(ExtensionName name) {
    return installed.stream().filter(e -> e.name().equals(name)).findFirst();
  }

  @Override
  public List<RejectedArchive> rejected() {
    return List.copyOf(rejectedArchives);
  }

  @Override
  public Outcome install(Path archive) {
    if (!Files.isRegularFile(archive)) {
      return new Outcome.Refused(
          List.of(
              Problem.error("HS-ARCHIVE-001", "there is no such archive").at(archive.toString()),
              Problem.error("HS-ARCHIVE-002", "nor any other")));
    }
    Extension extension = extension("installed", "1.0.0", ExtensionState.ACTIVE, "");
    installed.add(extension);
    return new Outcome.Installed(extension);
  }

  @Override
  public Outcome install(InstallRequest request, InstallListener listener) {
    listener.progress(InstallListener.Stage.FETCHING, 1_500_000, 3_000_000);
    requests.add(request);
    return install(Path.of(request.source()));
  }

  @Override
  public Outcome install(InstallRequest request, InputStream archive, InstallListener listener) {
    return install(request, listener);
  }

  @Override
  public Plan plan(InstallRequest request, InstallListener listener) {
    requests.add(request);
    return request.force() ? plan(request.source()) : refusedPlan(request.source());
  }

  /** A plan in which everything happens that can. */
  public static Plan plan(String source) {
    return new Plan(
        source,
        Optional.of("0123456789abcdef".repeat(4)),
        List.of(
            step(Plan.Action.UPGRADE, "billing", "billing goes up from 1.4.0 to 2.0.0"),
            step(Plan.Action.START, "billing", "billing starts"),
            step(
                Plan.Action.STOP,
                "dunning",
                "dunning stops and waits: dunning needs the package org.billing, version 1.0.0 or"
                    + " later and before 2.0.0: billing offers version 2.0.0"),
            step(
                Plan.Action.REFRESH,
                "invoices",
                "invoices stops, is wired anew and starts again, because it is wired to billing")),
        List.of(
            Problem.warning(
                    "HS-EXTENSION-010",
                    "dunning needs the package org.billing, version 1.0.0 or later and before"
                        + " 2.0.0")
                .because("billing offers version 2.0.0")
                .advising("install what offers it; dunning starts by itself then")));
  }

  private static Plan.Step step(Plan.Action action, String name, String sentence) {
    return new Plan.Step(action, new ExtensionName(name), sentence);
  }

  /** A plan in which nothing happens. */
  public static Plan refusedPlan(String source) {
    return new Plan(
        source,
        Optional.empty(),
        List.of(),
        List.of(
            Problem.error("HS-EXTENSION-002", "the name billing is taken")
                .at(source)
                .because("billing 1.4.0 came from deploy/billing.jar")
                .advising("replace that file")));
  }

  @Override
  public Plan planUninstall(ExtensionName name) {
    return new Plan(
        name.value(),
        Optional.empty(),
        List.of(step(Plan.Action.REMOVE, name.value(), name + " is uninstalled")),
        List.of());
  }

  @Override
  public Plan planRollback(ExtensionName name, Optional<Version> version) {
    return new Plan(
        name.value(),
        Optional.empty(),
        List.of(
            step(
                Plan.Action.DOWNGRADE,
                name.value(),
                name + " goes down to " + version.map(Version::toString).orElse("0.9.0"))),
        List.of());
  }

  @Override
  public Outcome rollback(ExtensionName name, Optional<Version> version) {
    Extension there = find(name).orElseThrow();
    Extension back =
        extension(
            name.value(),
            version.map(Version::toString).orElse("0.9.0"),
            ExtensionState.ACTIVE,
            "");
    return new Outcome.RolledBack(back, there.version());
  }

  @Override
  public Outcome uninstall(ExtensionName name, boolean keepingData) {
    cleaned.add(!keepingData);
    return uninstall(name);
  }

  @Override
  public List<InstalledVersion> versions(ExtensionName name) {
    return List.of(
        new InstalledVersion(
            new Version("1.0.0"),
            "0123456789abcdef".repeat(4),
            1_234_567,
            new Provenance(
                "git+https://example.org/hello.git",
                "https://example.org/hello/archive/v1.tar.gz",
                Optional.of("89abcdef01".repeat(4)),
                Optional.of("release team"),
                INSTALLED),
            INSTALLED,
            true),
        new InstalledVersion(
            new Version("0.9.0"),
            "fedcba9876543210".repeat(4),
            1_200_000,
            new Provenance("hello.jar", "hello.jar", Optional.empty(), Optional.empty(), INSTALLED),
            INSTALLED.minusSeconds(86_400),
            false));
  }

  @Override
  public Optional<ExportedArchive> export(ExtensionName name) {
    byte[] bytes = name.value().getBytes(StandardCharsets.UTF_8);
    return Optional.of(
        new ExportedArchive(
            name + "-1.0.0.jar",
            "0123456789abcdef".repeat(4),
            bytes.length,
            new ByteArrayInputStream(bytes)));
  }

  @Override
  public Outcome enable(ExtensionName name) {
    return new Outcome.Enabled(find(name).orElseThrow());
  }

  @Override
  public Outcome disable(ExtensionName name) {
    return new Outcome.Disabled(find(name).orElseThrow());
  }

  @Override
  public Outcome uninstall(ExtensionName name) {
    Extension gone = find(name).orElseThrow();
    installed.remove(gone);
    return new Outcome.Uninstalled(gone.name(), gone.version());
  }
}
