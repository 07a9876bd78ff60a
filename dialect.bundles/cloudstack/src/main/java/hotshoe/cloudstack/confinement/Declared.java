package hotshoe.cloudstack.confinement;

import hotshoe.process.Confinement;
import hotshoe.process.ConfinementKey;
import hotshoe.type.Field;
import hotshoe.type.TextFormat;
import hotshoe.type.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a manifest says of the limits and the sandbox of its processes, beyond the words of home:
 *
 * <pre>{@code
 * spec:
 *   limits: {memory: 256MiB, cpu: 30, openFiles: 64, processes: 20, fileSize: 10MiB, time: 60}
 *   sandbox: {required: true, network: true, readable: [/etc/rack.conf], writable: [/srv/rack]}
 * }</pre>
 */
public final class Declared {

  private static final List<Limit> LIMITS =
      List.of(
          new Limit("memory", ConfinementKey.MEMORY, ConfinementKey.SIZE),
          new Limit("cpu", ConfinementKey.CPU, ConfinementKey.COUNT),
          new Limit("openFiles", ConfinementKey.OPEN_FILES, ConfinementKey.COUNT),
          new Limit("processes", ConfinementKey.PROCESSES, ConfinementKey.COUNT),
          new Limit("fileSize", ConfinementKey.FILE_SIZE, ConfinementKey.SIZE),
          new Limit("time", ConfinementKey.TIME, ConfinementKey.COUNT),
          new Limit("output", ConfinementKey.OUTPUT, ConfinementKey.SIZE));

  private static final Type PATHS =
      Type.listOf(new Type.Text(TextFormat.PLAIN, 1, 1000, "[^:\\p{Cntrl}]+"));

  private static final Type.Record SANDBOX =
      Type.record(
          "ProcessSandbox",
          Field.defaulting(
              "required",
              Type.bool(),
              true,
              "Whether it must not run where the system cannot build the whole sandbox."),
          Field.defaulting("network", Type.bool(), false, "Whether it may use the network."),
          Field.defaulting("readable", PATHS, List.of(), "More files and folders to read."),
          Field.defaulting("writable", PATHS, List.of(), "Files and folders to write."));

  private Declared() {}

  /** The field of the type of a manifest for limits. */
  public static Field limits() {
    Field[] fields = LIMITS.stream().map(Limit::field).toArray(Field[]::new);
    return Field.required(
        "limits",
        Type.optional(Type.record("ProcessLimits", fields)),
        "How much its processes may take.");
  }

  /** How a manifest calls a limit, and what it looks like. */
  private record Limit(String name, ConfinementKey key, String pattern) {
    Field field() {
      String words = key.description();
      return Field.required(
          name,
          Type.optional(new Type.Text(TextFormat.PLAIN, 1, 20, pattern)),
          Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".");
    }
  }

  /** The field of the type of a manifest for the sandbox. */
  public static Field sandbox() {
    return Field.required(
        "sandbox", Type.optional(SANDBOX), "Walls around its processes; none if not said.");
  }

  /** What the canonical values of these two fields say. */
  public static Confinement of(Optional<?> limits, Optional<?> sandbox) {
    Map<ConfinementKey, String> words = new TreeMap<>();
    limits.ifPresent(given -> LIMITS.forEach(it -> put(words, it.key(), given, it.name())));
    sandbox.ifPresent(
        given -> {
          Map<?, ?> walls = (Map<?, ?>) given;
          boolean isRequired = Boolean.TRUE.equals(walls.get("required"));
          words.put(ConfinementKey.SANDBOX, isRequired ? "required" : "wanted");
          words.put(ConfinementKey.SANDBOX_NETWORK, String.valueOf(walls.get("network")));
          put(words, ConfinementKey.SANDBOX_READABLE, walls.get("readable"));
          put(words, ConfinementKey.SANDBOX_WRITABLE, walls.get("writable"));
        });
    return new Confinement(words);
  }

  private static void put(
      Map<ConfinementKey, String> words, ConfinementKey key, Object given, String name) {
    Object value = ((Map<?, ?>) given).get(name);
    Object present = value instanceof Optional<?> optional ? optional.orElse(null) : value;
    Optional.ofNullable(present).ifPresent(word -> words.put(key, String.valueOf(word)));
  }

  private static void put(Map<ConfinementKey, String> words, ConfinementKey key, Object paths) {
    String joined =
        ((List<?>) paths).stream().map(String::valueOf).collect(Collectors.joining(":"));
    if (!joined.isEmpty()) {
      words.put(key, joined);
    }
  }

  /** The document of Metatype by which the operator's options of an extension are known. */
  public static String options(String extension) {
    StringBuilder xml =
        new StringBuilder(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <metatype:MetaData xmlns:metatype="http://www.osgi.org/xmlns/metatype/v1.4.0">
              <OCD id="confinement" name="Limits and sandbox">
            """);
    for (ConfinementKey key : ConfinementKey.values()) {
      xml.append("    <AD id=\"%s\" type=\"String\" required=\"false\"".formatted(key.word()))
          .append(" description=\"%s\"/>\n".formatted(key.description()));
    }
    return xml.append(
            """
              </OCD>
              <Designate pid="%s"><Object ocdref="confinement"/></Designate>
            </metatype:MetaData>
            """
                .formatted(extension))
        .toString();
  }
}
