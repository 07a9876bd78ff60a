package hotshoe.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinksTest {

  @TempDir Path root;

  @Test
  void linksWithinTheWorkspaceAreFoundAndThoseInCodeAreNot() {
    assertEquals(
        List.of("docs/a.md", "../b.md"),
        Links.targets(
            """
            [a](docs/a.md) [again](docs/a.md) [b](../b.md#part) [c](https://example.org/c) [d](#here) `[e](e.md)`
            ```
            [f](f.md)
            ```
            """));
  }

  @Test
  void aLinkThatLeadsNowhereIsFoundWithTheDocumentThatHasIt() throws IOException {
    Files.createDirectories(root.resolve("docs/guide"));
    Files.writeString(
        root.resolve("docs/guide/a.md"), "[up](../b.md) [beside](c.md) [folder](../guide)");
    Files.writeString(root.resolve("docs/b.md"), "");
    assertEquals(
        List.of("docs/guide/a.md: the link to c.md leads nowhere"),
        Links.check(root, root.resolve("docs/guide/a.md")).stream()
            .map(finding -> finding.where() + ": " + finding.what())
            .toList());
  }
}
