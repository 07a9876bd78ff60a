package hotshoe.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Links between documents lead somewhere. Only links inside the workspace are looked at; the
 * network is not asked.
 */
public final class Links {

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s#]+)(#[^)\\s]*)?\\)");
  private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```|`[^`\\n]*`");

  private Links() {}

  /** The links that lead nowhere in the documents of the root and of {@code docs}. */
  public static List<Finding> check(House house) throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (Path document : documents(house.root())) {
      findings.addAll(check(house.root(), document));
    }
    return findings;
  }

  static List<Finding> check(Path root, Path document) throws IOException {
    return targets(Files.readString(document)).stream()
        .filter(target -> !Files.exists(document.resolveSibling(target)))
        .map(target -> dead(root.relativize(document).toString(), target))
        .toList();
  }

  static List<String> targets(String document) {
    return LINK.matcher(CODE.matcher(document).replaceAll(""))
        .results()
        .map(link -> link.group(1))
        .filter(target -> !target.contains("://") && !target.startsWith("mailto:"))
        .distinct()
        .toList();
  }

  private static Finding dead(String document, String target) {
    return new Finding(
        "the link to " + target + " leads nowhere",
        document,
        "a reader who is sent somewhere must arrive",
        "write that page, or correct or remove the link");
  }

  private static List<Path> documents(Path root) throws IOException {
    try (Stream<Path> top = Files.list(root);
        Stream<Path> docs = Files.walk(root.resolve("docs"))) {
      return Stream.concat(top, docs)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }
}
