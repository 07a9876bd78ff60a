package hotshoe.loader.form;

import hotshoe.archive.BundleForm;
import hotshoe.archive.Capability;
import hotshoe.archive.ComponentForm;
import hotshoe.archive.Requirement;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Version;

/** The manifest of a bundle, in lines of at most 72 bytes. */
final class ManifestText {

  private static final int LONGEST_LINE = 72;
  private static final String COMPONENTS =
      "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.5.0)(!(version>=2.0.0)))\"";

  private ManifestText() {}

  static String of(BundleForm form) {
    Map<String, String> headers = new TreeMap<>(form.headers());
    headers.put("Bundle-ManifestVersion", "2");
    headers.put("Bundle-SymbolicName", form.symbolicName());
    headers.put("Bundle-Version", form.version().toString());
    headers.put("Import-Package", imports(form));
    headers.put("Provide-Capability", offers(form));
    headers.put("Require-Capability", needs(form));
    headers.put(
        "Service-Component",
        form.components().stream().map(ComponentForm::file).collect(Collectors.joining(",")));
    StringBuilder text = new StringBuilder("Manifest-Version: 1.0\r\n");
    headers.forEach((name, value) -> header(name, value, text));
    return text.append("\r\n").toString();
  }

  private static void header(String name, String value, StringBuilder text) {
    String line = oneLine(value);
    if (!line.isEmpty()) {
      wrap(name + ": " + line, text);
    }
  }

  private static String oneLine(String value) {
    return value.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }

  /** No character is torn in two, though a reader that keeps to the rules would not mind. */
  private static void wrap(String line, StringBuilder text) {
    int room = LONGEST_LINE;
    for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
      int character = line.codePointAt(at);
      int bytes = character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
      if (bytes > room) {
        text.append("\r\n ");
        room = LONGEST_LINE - 1;
      }
      text.appendCodePoint(character);
      room -= bytes;
    }
    text.append("\r\n");
  }

  private static String imports(BundleForm form) {
    return form.imports().entrySet().stream()
        .map(entry -> entry.getKey() + ";version=" + quoted(entry.getValue()))
        .collect(Collectors.joining(","));
  }

  private static String needs(BundleForm form) {
    Stream<String> own = form.needs().stream().map(ManifestText::need);
    return Stream.concat(form.components().isEmpty() ? Stream.of() : Stream.of(COMPONENTS), own)
        .collect(Collectors.joining(","));
  }

  private static String need(Requirement need) {
    return need.namespace()
        + ";filter:="
        + quoted(need.filter())
        + (need.optional() ? ";resolution:=optional" : "");
  }

  private static String offers(BundleForm form) {
    return form.offers().stream().map(ManifestText::offer).collect(Collectors.joining(","));
  }

  private static String offer(Capability offer) {
    return offer.namespace()
        + offer.attributes().entrySet().stream()
            .map(entry -> ";" + attribute(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining());
  }

  private static String attribute(String name, Object value) {
    String type =
        value instanceof Version ? ":Version" : value instanceof Long ? ":Long" : floating(value);
    return name + type + "=" + quoted(value.toString());
  }

  private static String floating(Object value) {
    return value instanceof Double ? ":Double" : "";
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
