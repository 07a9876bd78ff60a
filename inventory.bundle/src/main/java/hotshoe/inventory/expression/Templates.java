package hotshoe.inventory.expression;

import hotshoe.inventory.expression.Session.Form;
import hotshoe.inventory.value.Marked;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Templates and expressions, read once and rendered as often as one likes (rows AN-39 to AN-41).
 * Not thread-safe; made for one source, and gone with it.
 */
public final class Templates {

  private static final int MOST_KEPT = 2_000;

  private final boolean isNative;
  private final Map<String, Object> parsed = new LinkedHashMap<>();

  /**
   * Templates that print text, or values.
   *
   * @param isNative whether values keep their types, as with {@code ANSIBLE_JINJA2_NATIVE}
   */
  public Templates(boolean isNative) {
    this.isNative = isNative;
  }

  boolean isNative() {
    return isNative;
  }

  /**
   * The value of an expression: of a single variable as it is, of everything else the text that it
   * prints, or what this text looks like.
   *
   * @throws Failure when it has none
   */
  public Object expression(String expression, Map<Object, Object> variables) {
    return template("{{" + expression + "}}", variables);
  }

  /** Whether a condition holds. */
  public boolean condition(String condition, Map<Object, Object> variables) {
    String template = "{% if " + condition + " %} True {% else %} False {% endif %}";
    return String.valueOf(template(template, variables)).strip().equals("True");
  }

  /** What a template is with these variables; text without marks is itself. */
  public Object template(String template, Map<Object, Object> variables) {
    if (!mayBeTemplate(template)) {
      return template;
    }
    return evaluated(template, variables, Form.VALUE);
  }

  /** The text of a template, whatever it looks like. */
  public Object text(String template, Map<Object, Object> variables) {
    return evaluated(template, variables, Form.TEXT);
  }

  private Object evaluated(String template, Map<Object, Object> variables, Form form) {
    Session session = new Session(this, variables);
    try {
      Object value = session.rendered(template, form);
      return session.isUnsafe() ? Marked.unsafe(value) : value;
    } catch (StackOverflowError deep) {
      throw Failure.tooMuch("it is nested too deep");
    }
  }

  static boolean mayBeTemplate(String text) {
    return text.indexOf('{') >= 0
        && (text.contains("{{") || text.contains("{%") || text.contains("{#"));
  }

  /** The template, read now or before. */
  Statement parsed(String template) {
    Object known = parsed.get(template);
    if (known == null) {
      known = parse(template);
      if (parsed.size() < MOST_KEPT) {
        parsed.put(template, known);
      }
    }
    if (known instanceof Failure failure) {
      throw failure;
    }
    return (Statement) known;
  }

  private static Object parse(String template) {
    try {
      return TemplateParser.parse(template);
    } catch (Failure failure) {
      return failure;
    }
  }
}
