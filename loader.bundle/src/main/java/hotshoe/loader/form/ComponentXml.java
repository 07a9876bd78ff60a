package hotshoe.loader.form;

import hotshoe.archive.ComponentForm;
import hotshoe.archive.ComponentForm.Reference;
import java.util.List;
import java.util.Map;

/** The description of a component, as Declarative Services 1.4 read it. */
final class ComponentXml {

  private ComponentXml() {}

  static String of(ComponentForm component) {
    List<Reference> references = component.references();
    StringBuilder xml =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
            .append("<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.4.0\"")
            .append(attribute("name", component.name()))
            .append(attribute("immediate", "" + component.services().isEmpty()))
            .append(attribute("init", "" + (references.size() + 1)))
            .append(">\n");
    component.properties().forEach((key, value) -> property(key, value, xml));
    services(component.services(), xml);
    for (int i = 0; i < references.size(); i++) {
      reference(references.get(i), i, xml);
    }
    return xml.append("  <implementation")
        .append(attribute("class", component.implementation()))
        .append("/>\n</scr:component>\n")
        .toString();
  }

  private static void property(String key, Object value, StringBuilder xml) {
    xml.append("  <property").append(attribute("name", key));
    if (value instanceof List<?> list) {
      xml.append(attribute("type", "String")).append(">\n");
      list.forEach(line -> xml.append(escaped((String) line)).append('\n'));
      xml.append("  </property>\n");
      return;
    }
    xml.append(attribute("type", value.getClass().getSimpleName()))
        .append(attribute("value", value.toString()))
        .append("/>\n");
  }

  private static void services(List<String> services, StringBuilder xml) {
    if (services.isEmpty()) {
      return;
    }
    xml.append("  <service>\n");
    services.forEach(
        name -> xml.append("    <provide").append(attribute("interface", name)).append("/>\n"));
    xml.append("  </service>\n");
  }

  private static void reference(Reference reference, int parameter, StringBuilder xml) {
    xml.append("  <reference")
        .append(attribute("name", "service" + parameter))
        .append(attribute("interface", reference.service()))
        .append(attribute("parameter", "" + parameter));
    if (!reference.target().isEmpty()) {
      xml.append(attribute("target", reference.target()));
    }
    xml.append("/>\n");
  }

  private static String attribute(String name, String value) {
    return " " + name + "=\"" + escaped(value) + '"';
  }

  private static final Map<Integer, String> ESCAPES =
      Map.of(
          (int) '<', "&lt;",
          (int) '>', "&gt;",
          (int) '&', "&amp;",
          (int) '"', "&quot;",
          (int) '\t', "&#9;",
          (int) '\n', "&#10;",
          (int) '\r', "&#13;");

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              String escape = ESCAPES.get(c);
              if (escape == null) {
                escaped.appendCodePoint(c);
              } else {
                escaped.append(escape);
              }
            });
    return escaped.toString();
  }
}
