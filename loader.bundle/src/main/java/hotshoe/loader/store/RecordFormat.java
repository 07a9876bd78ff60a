package hotshoe.loader.store;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import hotshoe.archive.Descriptor;
import hotshoe.extension.ExtensionName;
import hotshoe.extension.Provenance;
import hotshoe.loader.archive.Digest;
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

/**
 * How a record is written: JSON that a person can read, and that says which format it is. What the
 * first format, of hosts before 0.2, leaves out is said to be unknown; nothing of it is lost.
 */
final class RecordFormat {

  static final int FORMAT = 2;

  private static final int FIRST = 1;
  private static final String NOT_RECORDED = "not recorded";
  private static final String DISABLED = "somebody disabled it";

  private RecordFormat() {}

  static String write(ExtensionRecord extension) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.setIndent("  ");
      json.setHtmlSafe(false);
      json.beginObject();
      json.name("format").value(FORMAT);
      write(json, extension.descriptor());
      writeArchive(json, extension.current());
      write(json.name("source"), extension.source());
      json.name("enabled").value(extension.enabled());
      writePresent(json, "disabled-because", extension.disabled());
      json.name("previous").beginArray();
      for (KeptVersion previous : extension.previous()) {
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
      json.name("held").value(file.held().value());
    } else {
      json.name("given").value(source.toString());
    }
    json.endObject();
  }

  private static void write(JsonWriter json, KeptVersion previous) throws IOException {
    json.beginObject();
    json.name("version").value(previous.version().toString());
    writeArchive(json, previous);
    json.endObject();
  }

  private static void writeArchive(JsonWriter json, KeptVersion version) throws IOException {
    json.name("digest").value(version.digest().value());
    json.name("size").value(version.size());
    Provenance provenance = version.provenance();
    json.name("provenance").beginObject();
    json.name("origin").value(provenance.origin());
    json.name("resolved").value(provenance.resolved());
    writePresent(json, "commit", provenance.commit());
    writePresent(json, "signer", provenance.signer());
    json.name("fetched").value(provenance.fetched().toString());
    json.endObject();
    json.name("installed").value(version.installed().toString());
  }

  private static void writePresent(JsonWriter json, String name, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      json.name(name).value(value.get());
    }
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
      long format = fields.number("format");
      if (format == FIRST) {
        return first(fields);
      }
      if (format == FORMAT) {
        return record(fields, archive(fields));
      }
      throw new IllegalArgumentException(
          "format " + format + " is not known, only " + FIRST + " and " + FORMAT);
    }
  }

  private static ExtensionRecord first(Fields fields) {
    return record(fields, oldArchive(fields, source(fields).toString()));
  }

  private static ExtensionRecord record(Fields fields, KeptVersion current) {
    return new ExtensionRecord(
        new Descriptor(
            new ExtensionName(fields.text("name")),
            Version.valueOf(fields.text("version")),
            fields.text("dialect"),
            fields.text("symbolic-name"),
            fields.text("title"),
            fields.text("description")),
        current,
        source(fields),
        fields.flag("enabled")
            ? Optional.empty()
            : Optional.of(fields.find("disabled-because").orElse(DISABLED)),
        fields.many("previous").stream().map(RecordFormat::previous).toList());
  }

  private static Source source(Fields record) {
    Fields fields = record.one("source");
    if (fields.has("given")) {
      return new Given(fields.text("given"));
    }
    return new DeployFile(
        fields.text("deploy"),
        new FileFacts(
            fields.number("size"), Instant.parse(fields.text("modified")), fields.text("key")),
        new Digest(fields.find("held").orElseGet(() -> record.text("digest"))));
  }

  private static KeptVersion previous(Fields fields) {
    return fields.has("provenance") ? archive(fields) : oldArchive(fields, NOT_RECORDED);
  }

  private static KeptVersion archive(Fields fields) {
    return archive(fields, fields.number("size"), provenance(fields.one("provenance")));
  }

  private static KeptVersion oldArchive(Fields fields, String origin) {
    Instant installed = Instant.parse(fields.text("installed"));
    Provenance provenance =
        new Provenance(origin, origin, Optional.empty(), Optional.empty(), installed);
    return archive(fields, KeptVersion.UNKNOWN, provenance);
  }

  private static KeptVersion archive(Fields fields, long size, Provenance provenance) {
    return new KeptVersion(
        Version.valueOf(fields.text("version")),
        new Digest(fields.text("digest")),
        size,
        provenance,
        Instant.parse(fields.text("installed")));
  }

  private static Provenance provenance(Fields fields) {
    return new Provenance(
        fields.text("origin"),
        fields.text("resolved"),
        fields.find("commit"),
        fields.find("signer"),
        Instant.parse(fields.text("fetched")));
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

    Optional<String> find(String name) {
      return has(name) ? Optional.of(text(name)) : Optional.empty();
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
