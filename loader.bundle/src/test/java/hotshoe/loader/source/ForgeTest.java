package hotshoe.loader.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hotshoe.conformance.Proves;
import hotshoe.extension.InstallRequest;
import hotshoe.loader.scripted.Golden;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people write of a repository, and the archive that its server makes of it. */
class ForgeTest {

  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  private static final List<String> WRITTEN =
      List.of(
          "https://github.com/o/r",
          "https://github.com/o/r/",
          "https://github.com/o/r.git",
          "https://github.com/o/r.git/",
          "https://www.github.com/o/r",
          "https://GitHub.com/o/r",
          "git+https://github.com/o/r.git",
          "git+https://github.com/o/r.git@v2",
          "https://github.com/o/r#v2",
          "https://github.com/o/r/tree/feature/x",
          "https://user:token@github.com/o/r",
          "https://github.com/o/r/archive/refs/heads/main.zip",
          "https://github.com/o/r/releases/download/v1/r.zip",
          "https://raw.githubusercontent.com/o/r/main/manifest.yaml",
          "https://gitlab.com/group/sub/r",
          "https://gitlab.com/group/r.git",
          "https://gitlab.com/group/r/-/tree/main",
          "https://gitlab.com/group/r/-/archive/main/r-main.zip",
          "https://gitlab.example.org/group/r.git",
          "https://bitbucket.org/o/r",
          "https://bitbucket.org/o/r/src/main/",
          "https://bitbucket.org/o/r/get/main.zip",
          "https://codeberg.org/o/r",
          "https://gitea.example.org:3000/o/r.git",
          "https://forgejo.example.org/o/r/src/branch/main",
          "https://example.org/o/r.git",
          "https://example.org/o/r",
          "https://example.org/hello.zip?at=main");

  @Test
  @Proves({"CS-29", "CS-30"})
  void everyWayToWriteARepositoryLeadsToItsArchive() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String written : WRITTEN) {
      lines.add(written);
      lines.add("  " + meant(InstallRequest.of(written)));
    }
    for (String host : List.of("github.com", "gitlab.com", "bitbucket.org", "codeberg.org")) {
      for (String reference : List.of("main", "v1.0", "feature/a b#c", COMMIT)) {
        lines.add("https://" + host + "/o/r at " + reference);
        lines.add("  " + meant(InstallRequest.of("https://" + host + "/o/r").at(reference)));
      }
    }
    lines.add("https://example.org/o/r at main");
    lines.add("  " + meant(InstallRequest.of("https://example.org/o/r").at("main")));
    Golden.check("repositories.txt", lines);
  }

  private static String meant(InstallRequest request) throws IOException {
    Place place = new Places(Forge.PUBLIC).of(request);
    if (!(place instanceof Place.InRepository repository)) {
      return "the file " + ((Place.OnWeb) place).url();
    }
    Optional<URI> archive =
        Forge.of(repository.url(), Forge.PUBLIC)
            .map(forge -> forge.archive(repository.url(), repository.reference()));
    return archive.map(url -> url + ", or ").orElse("")
        + "git at "
        + repository.url().toString().replaceAll("//.*@", "//***@")
        + repository.reference().map(reference -> " " + reference).orElse("");
  }

  @Test
  void aForgeAtAnotherHostIsKnownByItsName() throws IOException {
    URI url = URI.create("https://gitlab.example.org/a/b");
    assertEquals(Optional.of(Forge.GITLAB), Forge.of(url, Forge.PUBLIC));
    assertEquals(Optional.empty(), Forge.of(URI.create("https://example.org/a"), Forge.PUBLIC));
  }
}
