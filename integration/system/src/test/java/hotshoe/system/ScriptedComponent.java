package hotshoe.system;

import hotshoe.system.script.ScriptedSlice;
import hotshoe.system.script.ScriptedSlice.Deed;
import java.util.LinkedHashMap;
import java.util.Map;

/** The component description of one {@link ScriptedSlice}; every word makes a changed copy. */
public record ScriptedComponent(String name, Map<String, String> properties) {
  ScriptedComponent(String name) {
    this(name, Map.of("hotshoe.slice.name", name));
  }

  public ScriptedComponent {
    properties = Map.copyOf(properties);
  }

  /** Slices, by full name, that start before this one. */
  public ScriptedComponent dependsOn(String... slices) {
    return with("hotshoe.slice.dependsOn", String.join("\n", slices));
  }

  /** Slices, by full name, that start after this one. */
  public ScriptedComponent dependedOnBy(String... slices) {
    return with("hotshoe.slice.dependedOnBy", String.join("\n", slices));
  }

  /** Seconds that one life-cycle method may take. */
  public ScriptedComponent limit(long seconds) {
    return with("hotshoe.slice.limit", Long.toString(seconds));
  }

  /** What happens in one of the life-cycle methods, in {@code construct} or in {@code status}. */
  public ScriptedComponent does(String step, Deed deed) {
    return with(step, deed.name());
  }

  private ScriptedComponent with(String property, String value) {
    Map<String, String> changed = new LinkedHashMap<>(properties);
    changed.put(property, value);
    return new ScriptedComponent(name, changed);
  }

  String xml(String journal) {
    StringBuilder xml = new StringBuilder();
    xml.append("<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.4.0\" name=\"")
        .append(name)
        .append("\" init=\"1\">\n");
    properties.forEach((key, value) -> append(xml, key, value));
    if (!journal.isEmpty()) {
      append(xml, "journal", journal);
    }
    return xml.append("<service><provide interface=\"hotshoe.slice.Slice\"/></service>\n")
        .append("<implementation class=\"")
        .append(ScriptedSlice.class.getName())
        .append("\"/>\n</scr:component>\n")
        .toString();
  }

  /** The many-valued form, one value per line: it serves single values just as well. */
  private static void append(StringBuilder xml, String key, String value) {
    boolean many = key.startsWith("hotshoe.slice.depend");
    xml.append("<property name=\"").append(key).append("\" type=\"String\"");
    if (many) {
      xml.append('>').append(value).append("</property>\n");
    } else {
      xml.append(" value=\"").append(value).append("\"/>\n");
    }
  }
}
