package hotshoe.runtime.configuration;

import hotshoe.configuration.Origin;
import hotshoe.problem.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One configuration file. It is read as nodes and never as objects, so that every value keeps its
 * line and nothing in the file can run; nested sections become dotted keys.
 */
final class YamlFile {

  /** Larger than any honest configuration, small enough for any memory. */
  private static final int LARGEST = 1 << 20;

  private static final int DEEPEST = 20;

  private final Path path;
  private final String shown;
  private final HostOptions options;
  private final List<Problem> problems;
  private final List<Assignment> assignments = new ArrayList<>();
  private final Map<String, Integer> lines = new HashMap<>();

  private YamlFile(Path path, String shown, HostOptions options, List<Problem> problems) {
    this.path = path;
    this.shown = shown;
    this.options = options;
    this.problems = problems;
  }

  /**
   * Reads a file.
   *
   * @param path the file
   * @param shown how people know it
   * @param options the options of the host
   * @param problems gets everything that is wrong with it
   * @return what it assigns, in the order of its lines
   */
  static List<Assignment> read(
      Path path, String shown, HostOptions options, List<Problem> problems) {
    YamlFile file = new YamlFile(path, shown, options, problems);
    file.text().flatMap(file::compose).ifPresent(file::readDocument);
    return file.assignments;
  }

  private Optional<String> text() {
    try {
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        // A pipe that nobody writes to would never come to its end.
        return unreadable(Files.isDirectory(path) ? "it is a folder" : "it is no regular file");
      }
      if (Files.size(path) > LARGEST) {
        return unreadable("it is larger than " + LARGEST + " bytes");
      }
      byte[] bytes = Files.readAllBytes(path);
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      return unreadable("it is not encoded as UTF-8");
    } catch (AccessDeniedException e) {
      return unreadable("permission denied");
    } catch (IOException e) {
      return unreadable("reading it failed");
    }
  }

  private <T> Optional<T> unreadable(String why) {
    problems.add(
        Problem.error("HS-CONFIG-002", "a configuration file cannot be read")
            .at(shown)
            .because(why)
            .advising("make it readable or remove it"));
    return Optional.empty();
  }

  private Optional<Node> compose(String text) {
    try {
      return Optional.ofNullable(new Yaml(limits()).compose(new StringReader(text)));
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      malformed(mark == null ? shown : place(mark), e.getProblem());
    } catch (RuntimeException e) {
      // the parser lets more than its own exceptions through
      malformed(shown, String.valueOf(e.getMessage()).lines().findFirst().orElse("it is broken"));
    }
    return Optional.empty();
  }

  private static LoaderOptions limits() {
    LoaderOptions limits = new LoaderOptions();
    limits.setAllowDuplicateKeys(false);
    limits.setMaxAliasesForCollections(0);
    limits.setNestingDepthLimit(DEEPEST);
    limits.setCodePointLimit(LARGEST);
    return limits;
  }

  private void malformed(String place, String why) {
    problems.add(
        Problem.error("HS-CONFIG-003", "a configuration file is not well-formed YAML")
            .at(place)
            .because(why.replaceAll("\\p{Cntrl}", "?"))
            .advising("nothing of this file was used"));
  }

  private void readDocument(Node root) {
    if (root instanceof MappingNode mapping) {
      readSection(mapping, "", Optional.empty());
    } else if (!isEmpty(root)) {
      misplaced(root, "a configuration file must hold 'key: value' pairs");
    }
  }

  private void readSection(MappingNode section, String prefix, Optional<String> extension) {
    for (NodeTuple pair : section.getValue()) {
      if (pair.getKeyNode() instanceof ScalarNode name && !name.getValue().isBlank()) {
        readPair(name, pair.getValueNode(), prefix, extension);
      } else {
        misplaced(pair.getKeyNode(), "a key must be plain text");
      }
    }
  }

  private void readPair(ScalarNode name, Node value, String prefix, Optional<String> extension) {
    String own = Keys.canonical(name.getValue());
    String key = prefix + own;
    if (value instanceof MappingNode section) {
      isFirst(key + ".", name);
      boolean named = prefix.equals(HostOptions.EXTENSIONS) && extension.isEmpty();
      readSection(section, key + ".", named ? Optional.of(own) : extension);
    } else if (isEmpty(value)) {
      assignEmpty(key, name, extension);
    } else {
      valueOf(value).ifPresent(read -> assign(key, name, read, extension));
    }
  }

  /** Nothing after the colon: an empty list where a list belongs, an empty section elsewhere. */
  private void assignEmpty(String key, ScalarNode name, Optional<String> extension) {
    if (options.find(key).isPresent()) {
      assign(key, name, "", extension);
    }
  }

  private void assign(String key, ScalarNode name, Object value, Optional<String> extension) {
    if (isFirst(key, name)) {
      Origin origin = new Origin.File(shown, line(name.getStartMark()));
      assignments.add(new Assignment(key, extension, value, origin));
    }
  }

  private boolean isFirst(String key, ScalarNode name) {
    Integer before = lines.putIfAbsent(key, line(name.getStartMark()));
    if (before != null) {
      problems.add(
          Problem.error("HS-CONFIG-006", "'" + name.getValue() + "' stands twice in one file")
              .at(place(name.getStartMark()))
              .because("it is also on line " + before)
              .advising("keep one; case does not matter, and '_' is the same as '-'"));
    }
    return before == null;
  }

  private Optional<Object> valueOf(Node node) {
    if (node instanceof ScalarNode scalar) {
      return Optional.of(Scalars.typed(scalar));
    }
    List<Object> items = new ArrayList<>();
    for (Node item : ((SequenceNode) node).getValue()) {
      if (!(item instanceof ScalarNode scalar) || isEmpty(item)) {
        misplaced(item, "a list may hold plain values only");
        return Optional.empty();
      }
      items.add(Scalars.typed(scalar));
    }
    return Optional.of(List.copyOf(items));
  }

  private void misplaced(Node node, String what) {
    problems.add(
        Problem.error("HS-CONFIG-007", what)
            .at(place(node.getStartMark()))
            .advising("see the comments in etc/hotshoe.yaml"));
  }

  private String place(Mark mark) {
    return shown + ":" + line(mark) + ":" + (mark.getColumn() + 1);
  }

  private static int line(Mark mark) {
    return mark.getLine() + 1;
  }

  private static boolean isEmpty(Node node) {
    return Tag.NULL.equals(node.getTag());
  }
}
