package hotshoe.shell;

import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.ExtensionState;
import hotshoe.extension.Extensions;
import hotshoe.extension.Outcome;
import hotshoe.extension.RejectedArchive;
import hotshoe.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Version;

/** Extensions that are only named; an archive is accepted when its file exists. */
public final class FakeExtensions implements Extensions {

  public static final Instant INSTALLED = Instant.parse("2026-11-20T08:30:00Z");

  public final List<Extension> installed = new ArrayList<>();
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
