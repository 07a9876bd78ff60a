package hotshoe.inventory.expression;

import hotshoe.inventory.value.DataText;
import hotshoe.inventory.value.JsonData;
import hotshoe.inventory.value.Unreadable;
import hotshoe.type.NothingValue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

/** Filters that write values as text in some form, or read them from it. */
final class CodingFilters {

  private static final Map<String, String> DIGESTS =
      Map.of(
          "md5", "MD5",
          "sha1", "SHA-1",
          "sha224", "SHA-224",
          "sha256", "SHA-256",
          "sha384", "SHA-384",
          "sha512", "SHA-512");
  private static final String NAMESPACE = "361e6d51-faec-444a-9079-341386da8e2e";

  static final Map<String, Function> ALL =
      ValueMethods.table(
          Function.of("b64encode", "encoding", CodingFilters::encode),
          Function.of("b64decode", "encoding", CodingFilters::decode),
          Function.of("md5", "", c -> digest(c, "md5")),
          Function.of("sha1", "", c -> digest(c, "sha1")),
          Function.of("checksum", "", c -> digest(c, "sha1")),
          Function.of("hash", "hashtype", c -> digest(c, c.text("hashtype", "sha1"))),
          Function.of("to_uuid", "namespace", CodingFilters::uuid),
          Function.of("from_json", "", CodingFilters::fromJson),
          Function.of("from_yaml", "", CodingFilters::fromYaml),
          Function.of(
              "to_json",
              "indent sort_keys separators ensure_ascii vault_to_text preprocess_unsafe",
              c -> JsonWriter.of(c, false)),
          Function.of(
              "to_nice_json",
              "indent sort_keys ensure_ascii vault_to_text preprocess_unsafe",
              c -> JsonWriter.of(c, true)));

  private CodingFilters() {}

  private static Charset charset(Call call) {
    try {
      return Charset.forName(call.text("encoding", "utf-8"));
    } catch (IllegalArgumentException unknown) {
      throw Failure.wrong("unknown encoding: " + call.text("encoding"));
    }
  }

  private static Object encode(Call call) {
    return call.made(Base64.getEncoder().encodeToString(call.printed().getBytes(charset(call))));
  }

  private static Object decode(Call call) {
    try {
      String plain = call.printed().replaceAll("[^A-Za-z0-9+/=]", "");
      byte[] bytes = Base64.getDecoder().decode(plain);
      if (bytes.length > 0 && plain.replace("=", "").length() % 4 != 0 && plain.length() % 4 != 0) {
        throw Failure.wrong("Incorrect padding");
      }
      return call.made(charset(call).newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (IllegalArgumentException | CharacterCodingException malformed) {
      throw Failure.wrong("not a text in Base64: " + malformed.getMessage());
    }
  }

  private static Object digest(Call call, String kind) {
    String name = DIGESTS.get(Texts.lower(kind));
    if (name == null) {
      throw Failure.notAvailable("the hash '" + kind + "'");
    }
    return HexFormat.of().formatHex(digest(name, call.printed().getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] digest(String name, byte[] bytes) {
    try {
      return MessageDigest.getInstance(name).digest(bytes);
    } catch (NoSuchAlgorithmException never) {
      throw Failure.notAvailable("the hash '" + name + "'");
    }
  }

  private static Object uuid(Call call) {
    UUID namespace;
    try {
      namespace = UUID.fromString(call.text("namespace", NAMESPACE));
    } catch (IllegalArgumentException malformed) {
      throw Failure.wrong("Invalid value for 'namespace': " + malformed.getMessage());
    }
    byte[] name = call.printed().getBytes(StandardCharsets.UTF_8);
    ByteBuffer both = ByteBuffer.allocate(16 + name.length);
    both.putLong(namespace.getMostSignificantBits()).putLong(namespace.getLeastSignificantBits());
    ByteBuffer hash = ByteBuffer.wrap(digest("SHA-1", both.put(name).array()));
    long high = (hash.getLong() & ~0xF000L) | 0x5000L;
    long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }

  private static Object fromJson(Call call) {
    try {
      call.budget().items(call.text().length() / 2);
      return JsonData.read(call.text());
    } catch (Unreadable malformed) {
      throw Failure.wrong("not JSON: " + malformed.getMessage());
    }
  }

  private static Object fromYaml(Call call) {
    if (!(call.value() instanceof String text)) {
      return call.value();
    }
    try {
      call.budget().items(text.length() / 2);
      return text.isBlank() ? NothingValue.NOTHING : DataText.read(text, (key, line) -> {});
    } catch (Unreadable malformed) {
      throw Failure.wrong("not YAML: " + malformed.getMessage());
    }
  }
}
