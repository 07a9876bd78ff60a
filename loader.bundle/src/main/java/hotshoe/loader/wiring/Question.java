package hotshoe.loader.wiring;

import java.util.Map;
import org.osgi.resource.Namespace;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/**
 * A requirement that nobody has, to ask who could meet it.
 *
 * @param namespace what it is about
 * @param directives its filter, if it has one
 */
public record Question(String namespace, Map<String, String> directives) implements Requirement {

  public Question {
    directives = Map.copyOf(directives);
  }

  /** Who offers anything of this kind? */
  public static Question anything(String namespace) {
    return new Question(namespace, Map.of());
  }

  /** Who offers what passes this filter? */
  public static Question filtered(String namespace, String filter) {
    return new Question(namespace, Map.of(Namespace.REQUIREMENT_FILTER_DIRECTIVE, filter));
  }

  @Override
  public String getNamespace() {
    return namespace;
  }

  @Override
  public Map<String, String> getDirectives() {
    return directives;
  }

  @Override
  public Map<String, Object> getAttributes() {
    return Map.of();
  }

  @Override
  public Resource getResource() {
    throw new UnsupportedOperationException("nobody has this requirement");
  }
}
