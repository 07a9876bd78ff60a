package hotshoe.house;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every code that a person can read has an entry in {@code docs/problems}, and every entry a code.
 */
public final class ProblemCodes {

  private static final Pattern CODE = Pattern.compile("HS-([A-Z]+)-\\d{3}");
  private static final Pattern ENTRY =
      Pattern.compile("(?m)^### (HS-[A-Z]+-\\d{3})\\b[^\\n]*\\n((?:(?!^##).*\\n?)*)");

  private ProblemCodes() {}

  /**
   * Codes without an entry, entries without a code, entries in the wrong file or without a text.
   */
  public static List<Finding> check(House house) throws IOException {
    Map<String, String> used = new TreeMap<>();
    for (Room room : house.rooms()) {
      for (Path input : room.inputs()) {
        used(text(input))
            .forEach(code -> used.putIfAbsent(code, house.root().relativize(input).toString()));
      }
    }
    return compare(used, entries(house));
  }

  private static Map<String, Entry> entries(House house) throws IOException {
    Map<String, Entry> entries = new TreeMap<>();
    try (Stream<Path> files = Files.list(house.root().resolve("docs/problems"))) {
      for (Path file : files.filter(file -> file.toString().endsWith(".md")).sorted().toList()) {
        entries.putAll(entries(file.getFileName().toString(), Files.readString(file)));
      }
    }
    return entries;
  }

  /**
   * What a document says of a code.
   *
   * @param file the document's name
   * @param text what follows the heading
   */
  record Entry(String file, String text) {}

  static Map<String, Entry> entries(String file, String document) {
    Map<String, Entry> entries = new TreeMap<>();
    Matcher matcher = ENTRY.matcher(document);
    while (matcher.find()) {
      entries.put(matcher.group(1), new Entry(file, matcher.group(2).strip()));
    }
    return entries;
  }

  /** The codes in a source, those in comments left out. */
  static List<String> used(String source) {
    return CODE.matcher(CodeLines.withoutComments(source))
        .results()
        .map(found -> found.group())
        .distinct()
        .toList();
  }

  static List<Finding> compare(Map<String, String> used, Map<String, Entry> entries) {
    List<Finding> findings = new ArrayList<>();
    used.forEach(
        (code, where) -> {
          if (!entries.containsKey(code)) {
            findings.add(undocumented(code, where));
          }
        });
    entries.forEach((code, entry) -> findings.addAll(entry(code, entry, used.containsKey(code))));
    return findings;
  }

  private static List<Finding> entry(String code, Entry entry, boolean used) {
    List<Finding> findings = new ArrayList<>();
    String where = "docs/problems/" + entry.file();
    if (!used) {
      findings.add(
          new Finding(
              code + " is explained but never reported",
              where,
              "an entry that nothing leads to misleads",
              "remove the entry (and never use the number again), or correct the number"));
    }
    if (!entry.file().equals(document(code))) {
      findings.add(
          new Finding(
              code + " is explained in the wrong file",
              where,
              "people look for it by its prefix",
              "move it to docs/problems/" + document(code)));
    }
    if (entry.text().length() < 40) {
      findings.add(
          new Finding(
              code + " has no explanation",
              where,
              "the entry says what, why and what to do",
              "write it"));
    }
    return findings;
  }

  private static Finding undocumented(String code, String where) {
    return new Finding(
        code + " is explained nowhere",
        where,
        "a person who reads a code must find what it means, why it happens and what to do",
        "add \"### " + code + "\" with that text to docs/problems/" + document(code));
  }

  private static String document(String code) {
    return code.split("-")[1].toLowerCase(Locale.ROOT) + ".md";
  }

  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (MalformedInputException notText) {
      return "";
    }
  }
}
