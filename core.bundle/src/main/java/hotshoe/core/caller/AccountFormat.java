package hotshoe.core.caller;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import hotshoe.core.caller.Account.Key;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How users are written: JSON with one user a line, which says its format. */
final class AccountFormat {

  private static final int FORMAT = 1;
  private static final int LARGEST = 1 << 26;
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  private AccountFormat() {}

  /** The file is not what we write; the message holds nothing of what is in it. */
  static final class Damaged extends Exception {
    private static final long serialVersionUID = 1L;

    Damaged(String why) {
      super(why);
    }
  }

  static byte[] write(AccountBook book) {
    StringBuilder text = new StringBuilder("{\"format\":" + FORMAT + ",\"users\":[\n");
    String between = "";
    for (Account account : book.all()) {
      text.append(between).append(line(account));
      between = ",\n";
    }
    return text.append("\n]}\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String line(Account account) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.setHtmlSafe(false);
      json.beginObject();
      json.name("name").value(account.name());
      json.name("password").value(account.password().text());
      json.name("roles").beginArray();
      for (String role : account.roles().stream().sorted().toList()) {
        json.value(role);
      }
      json.endArray().name("tokens").beginArray();
      for (Key key : account.keys()) {
        write(key, json);
      }
      json.endArray().endObject();
    } catch (IOException impossible) {
      throw new IllegalStateException("a text in memory can always be written", impossible);
    }
    return text.toString();
  }

  private static void write(Key key, JsonWriter json) throws IOException {
    json.beginObject();
    json.name("name").value(key.name());
    json.name("sha256").value(key.digest());
    json.name("created").value(key.created().toString());
    if (key.used().isPresent()) {
      json.name("used").value(key.used().get().toString());
    }
    json.endObject();
  }

  /** Reads a file. */
  static AccountBook read(byte[] content) throws Damaged {
    require(content.length <= LARGEST, "it is larger than any file of users");
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      try (JsonReader json = new JsonReader(new StringReader(text))) {
        return book(json);
      }
    } catch (IOException | IllegalStateException | NumberFormatException notOurs) {
      throw new Damaged("it is cut off or no well-formed JSON");
    } catch (DateTimeException notOurs) {
      throw new Damaged("it holds a moment that is none");
    }
  }

  private static AccountBook book(JsonReader json) throws IOException, Damaged {
    json.beginObject();
    require(json.nextName().equals("format"), "it does not begin with its format");
    int format = json.nextInt();
    require(format == FORMAT, "format " + format + " is not known, only " + FORMAT);
    require(json.nextName().equals("users"), "the users are missing");
    List<Account> accounts = new ArrayList<>();
    Set<String> names = new HashSet<>();
    json.beginArray();
    while (json.hasNext()) {
      Account account = account(json);
      require(names.add(UserRules.folded(account.name())), "a user stands in it twice");
      accounts.add(account);
    }
    json.endArray();
    json.endObject();
    return new AccountBook(accounts);
  }

  private static Account account(JsonReader json) throws IOException, Damaged {
    String name = "";
    Optional<PasswordHash> password = Optional.empty();
    Set<String> roles = new LinkedHashSet<>();
    List<Key> keys = new ArrayList<>();
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "name" -> name = json.nextString();
        case "password" -> password = PasswordHash.parse(json.nextString());
        case "roles" -> readRoles(json, roles);
        case "tokens" -> readKeys(json, keys);
        default -> json.skipValue();
      }
    }
    json.endObject();
    require(UserRules.isName(name), "a user has no name that a user can have");
    require(password.isPresent(), "a user has no password hash that is one");
    return new Account(name, password.get(), roles, keys);
  }

  private static void readRoles(JsonReader json, Set<String> roles) throws IOException {
    json.beginArray();
    while (json.hasNext()) {
      roles.add(json.nextString());
    }
    json.endArray();
  }

  private static void readKeys(JsonReader json, List<Key> keys) throws IOException, Damaged {
    json.beginArray();
    while (json.hasNext()) {
      Key key = key(json);
      require(UserRules.isName(key.name()), "a token has no name that a token can have");
      require(DIGEST.matcher(key.digest()).matches(), "a token has no SHA-256");
      keys.add(key);
    }
    json.endArray();
  }

  private static Key key(JsonReader json) throws IOException {
    String name = "";
    String digest = "";
    Instant created = Instant.EPOCH;
    Optional<Instant> used = Optional.empty();
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "name" -> name = json.nextString();
        case "sha256" -> digest = json.nextString();
        case "created" -> created = Instant.parse(json.nextString());
        case "used" -> used = Optional.of(Instant.parse(json.nextString()));
        default -> json.skipValue();
      }
    }
    json.endObject();
    return new Key(name, digest, created, used);
  }

  private static void require(boolean condition, String otherwise) throws Damaged {
    if (!condition) {
      throw new Damaged(otherwise);
    }
  }
}
