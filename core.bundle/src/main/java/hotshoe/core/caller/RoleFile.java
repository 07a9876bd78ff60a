package hotshoe.core.caller;

import hotshoe.caller.Role;
import hotshoe.core.text.OneLine;
import hotshoe.problem.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
 * Reads the operator's own roles. The file is read as nodes, never as objects, so that every fault
 * has its line and nothing in the file can run. A role with a fault is left out, the others stay.
 */
final class RoleFile {

  private static final int LARGEST = 1 << 20;
  private static final int MOST = 1000;
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");

  private final String shown;
  private final RoleDrafts drafts;
  private final List<Problem> problems;

  private RoleFile(String shown, RoleDrafts drafts, List<Problem> problems) {
    this.shown = shown;
    this.drafts = drafts;
    this.problems = problems;
  }

  /**
   * Reads a file.
   *
   * @param file the file
   * @param shown how people know it
   * @param shipped the roles there are already
   * @param problems gets everything that is wrong with it
   */
  static List<Role> read(Path file, String shown, List<Role> shipped, List<Problem> problems) {
    RoleDrafts drafts = new RoleDrafts(shipped, problems);
    RoleFile reader = new RoleFile(shown, drafts, problems);
    reader.text(file).flatMap(reader::compose).ifPresent(reader::readDocument);
    return drafts.roles();
  }

  private Optional<String> text(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        return unreadable("it is larger than " + LARGEST + " bytes");
      }
      byte[] bytes = Files.readAllBytes(file);
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      return unreadable("it is not encoded as UTF-8");
    } catch (AccessDeniedException e) {
      return unreadable("permission denied");
    } catch (IOException e) {
      return unreadable(Files.isDirectory(file) ? "it is a folder" : "reading it failed");
    }
  }

  private <T> Optional<T> unreadable(String why) {
    problems.add(CallerProblems.fileUnreadable(shown, why));
    return Optional.empty();
  }

  private Optional<Node> compose(String text) {
    try {
      return Optional.ofNullable(new Yaml(limits()).compose(new StringReader(text)));
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      problems.add(
          CallerProblems.fileMalformed(mark == null ? shown : place(mark), e.getProblem()));
    } catch (RuntimeException e) {
      // the parser lets more than its own exceptions through
      problems.add(CallerProblems.fileMalformed(shown, String.valueOf(e.getMessage())));
    }
    return Optional.empty();
  }

  private static LoaderOptions limits() {
    LoaderOptions limits = new LoaderOptions();
    limits.setMaxAliasesForCollections(0);
    limits.setNestingDepthLimit(10);
    limits.setCodePointLimit(LARGEST);
    return limits;
  }

  private void readDocument(Node root) {
    if (root instanceof MappingNode mapping) {
      mapping.getValue().stream().limit(MOST).forEach(this::readRole);
      if (mapping.getValue().size() > MOST) {
        problems.add(CallerProblems.tooManyRoles(shown, MOST));
      }
    } else if (!Tag.NULL.equals(root.getTag())) {
      misshapen(root, "a file of roles must hold 'name:' with 'description:' and 'includes:'");
    }
  }

  private void readRole(NodeTuple pair) {
    String place = place(pair.getKeyNode().getStartMark());
    String name = pair.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (!NAME.matcher(name).matches()) {
      problems.add(CallerProblems.badRoleName(name, place));
    } else if (pair.getValueNode() instanceof MappingNode body) {
      readBody(name, place, body);
    } else if (Tag.NULL.equals(pair.getValueNode().getTag())) {
      drafts.add(new Role(name, "", Set.of()), place);
    } else {
      drafts.leaveOut(name);
      misshapen(pair.getValueNode(), "the role '" + name + "' must hold 'key: value' pairs");
    }
  }

  private void readBody(String name, String place, MappingNode body) {
    int before = problems.size();
    String description = "";
    Set<String> includes = Set.of();
    for (NodeTuple pair : body.getValue()) {
      String key = pair.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      switch (key) {
        case "description" -> description = description(pair.getValueNode());
        case "includes" -> includes = includes(pair.getValueNode());
        default ->
            problems.add(
                CallerProblems.unknownKey(name, key, place(pair.getKeyNode().getStartMark())));
      }
    }
    if (problems.size() == before) {
      drafts.add(new Role(name, description, includes), place);
    } else {
      drafts.leaveOut(name);
    }
  }

  private String description(Node node) {
    if (node instanceof ScalarNode scalar) {
      return OneLine.of(scalar.getValue(), 200);
    }
    misshapen(node, "a description must be one line of text");
    return "";
  }

  private Set<String> includes(Node node) {
    Set<String> names = new LinkedHashSet<>();
    List<Node> items = node instanceof SequenceNode list ? list.getValue() : List.of(node);
    for (Node item : items) {
      if (item instanceof ScalarNode scalar) {
        names.add(scalar.getValue().strip().toLowerCase(Locale.ROOT));
      } else {
        misshapen(item, "'includes' may hold names of roles only");
      }
    }
    names.remove("");
    return names;
  }

  private void misshapen(Node node, String what) {
    problems.add(CallerProblems.misshapen(what, place(node.getStartMark())));
  }

  private String place(Mark mark) {
    return shown + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
  }
}
