package hotshoe.loader.store;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import hotshoe.archive.Descriptor;
import hotshoe.extension.ExtensionName;
import hotshoe.loader.archive.Digest;
import hotshoe.loader.store.ExtensionRecord.Previous;
import hotshoe.loader.store.Source.DeployFile;
import hotshoe.loader.store.Source.Given;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.framework.Version;

/** How a record is written: JSON that a person can read, and that says which format it is. */
final class RecordFormat {

  static final int FORMAT = 1;

  private RecordFormat() {}

  static String write(ExtensionRecord extension) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.setIndent("  ");
      json.beginObject();
      json.name("format").value(FORMAT);
      write(json, extension.descriptor());
      json.name("digest").value(extension.digest().value());
      write(json.name("source"), extension.source());
      json.name("enabled").value(extension.enabled());
      json.name("installed").value(extension.installed().toString());
      json.name("previous").beginArray();
      for (Previous previous : extension.previous()) {
        write(json, previous);
      }
      json.endArray().endObject();
    } catch (IOException impossible) {
      throw new IllegalStateException("a text in memory can always be written", impossible);
    }
    return text.append('\n').toString();
  }

  private static void write(JsonWriter json, Descriptor descriptor) throws IOException {
    json.name("name").value(descriptor.name().value());
    json.name("version").value(descriptor.version().toString());
    json.name("dialect").value(descriptor.dialect());
    json.name("symbolic-name").value(descriptor.symbolicName());
    json.name("title").value(descriptor.title());
    json.name("description").value(descriptor.description());
  }

  private static void write(JsonWriter json, Source source) throws IOException {
    json.beginObject();
    if (source instanceof DeployFile file) {
      json.name("deploy").value(file.fileName());
      json.name("size").value(file.facts().size());
      json.name("modified").value(file.facts().modified().toString());
      json.name("key").value(file.facts().key());
    } else {
      json.name("given").value(source.toString());
    }
    json.endObject();
  }

  private static void write(JsonWriter json, Previous previous) throws IOException {
    json.beginObject();
    json.name("version").value(previous.version().toString());
    json.name("digest").value(previous.digest().value());
    json.name("installed").value(previous.installed().toString());
    json.endObject();
  }

  /**
   * Reads a record.
   *
   * @throws IOException when it is no JSON
   * @throws RuntimeException when it is not a record, or one of a later format
   */
  static ExtensionRecord read(String text) throws IOException {
    try (JsonReader json = new JsonReader(new StringReader(text))) {
      Fields fields = Fields.read(json);
      if (fields.number("format") != FORMAT) {
        throw new IllegalArgumentException(
            "format " + fields.number("format") + " is not known, only " + FORMAT);
      }
      return record(fields);
    }
  }

  private static ExtensionRecord record(Fields fields) {
    return new ExtensionRecord(
        new Descriptor(
            new ExtensionName(fields.text("name")),
            Version.valueOf(fields.text("version")),
            fields.text("dialect"),
            fields.text("symbolic-name"),
            fields.text("title"),
            fields.text("description")),
        new Digest(fields.text("digest")),
        source(fields.one("source")),
        fields.flag("enabled"),
        Instant.parse(fields.text("installed")),
        fields.many("previous").stream().map(RecordFormat::previous).toList());
  }

  private static Source source(Fields fields) {
    if (fields.has("given")) {
      return new Given(fields.text("given"));
    }
    return new DeployFile(
        fields.text("deploy"),
        new FileFacts(
            fields.number("size"), Instant.parse(fields.text("modified")), fields.text("key")));
  }

  private static Previous previous(Fields fields) {
    return new Previous(
        Version.valueOf(fields.text("version")),
        new Digest(fields.text("digest")),
        Instant.parse(fields.text("installed")));
  }

  /** One JSON object; fields that nobody asks for are read over. */
  private record Fields(Map<String, Object> values) {

    static Fields read(JsonReader json) throws IOException {
      Map<String, Object> values = new TreeMap<>();
      json.beginObject();
      while (json.hasNext()) {
        values.put(json.nextName(), value(json));
      }
      json.endObject();
      return new Fields(values);
    }

    private static Object value(JsonReader json) throws IOException {
      JsonToken token = json.peek();
      if (token == JsonToken.BEGIN_OBJECT) {
        return read(json);
      }
      if (token == JsonToken.BEGIN_ARRAY) {
        return list(json);
      }
      if (token == JsonToken.BOOLEAN) {
        return json.nextBoolean();
      }
      return json.nextString();
    }

    private static List<Object> list(JsonReader json) throws IOException {
      List<Object> values = new ArrayList<>();
      json.beginArray();
      while (json.hasNext()) {
        values.add(value(json));
      }
      json.endArray();
      return values;
    }

    boolean has(String name) {
      return values.containsKey(name);
    }

    String text(String name) {
      return as(name, String.class);
    }

    long number(String name) {
      return Long.parseLong(text(name));
    }

    boolean flag(String name) {
      return as(name, Boolean.class);
    }

    Fields one(String name) {
      return as(name, Fields.class);
    }

    List<Fields> many(String name) {
      return ((List<?>) as(name, List.class)).stream().map(Fields.class::cast).toList();
    }

    private <T> T as(String name, Class<T> type) {
      return Optional.ofNullable(values.get(name))
          .filter(type::isInstance)
          .map(type::cast)
          .orElseThrow(
              () -> new IllegalArgumentException("the field '" + name + "' is missing or wrong"));
    }
  }
}
