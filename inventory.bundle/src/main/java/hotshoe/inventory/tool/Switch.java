package hotshoe.inventory.tool;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What may be written on the command line: the one table of it. */
enum Switch {
  LIST("all hosts and groups, as an inventory script prints them", "", "--list"),
  HOST("the variables of one host; a pattern such as web[0] will do", "HOST", "--host"),
  GRAPH("a tree of groups and hosts, from GROUP down or from 'all'", "", "--graph"),
  EXPLAIN(
      "where the values of a host come from: of all variables or of one",
      "HOST [VARIABLE]",
      "--explain"),
  DOC("the plugins, or all options of the one named behind it", "", "--doc"),
  HELP("this text", "", "--help", "-h"),

  SOURCE(
      "a file, a folder, or hosts with commas; may be repeated",
      "SOURCE",
      "--inventory",
      "-i",
      "--inventory-file"),
  LIMIT(
      "only hosts that match this pattern; @FILE has one pattern on each line",
      "PATTERN",
      "--limit",
      "-l"),
  EXTRA(
      "variables above all others: NAME=VALUE, JSON, YAML, or @FILE; may be repeated",
      "VARIABLES",
      "--extra-vars",
      "-e"),
  PLAYBOOK("the folder whose group_vars and host_vars count as well", "FOLDER", "--playbook-dir"),
  OPTION(
      "an option of a plugin, above environment and ansible.cfg; may be repeated",
      "[PLUGIN.]NAME=VALUE",
      "--option"),
  PASSWORD(
      "the file whose first line is the password of Vault",
      "FILE",
      "--vault-password-file",
      "--vault-pass-file",
      "--vault-id"),
  IN_HOST(
      "the running host answers, with the plugins of its extensions; so it does for -i @NAME",
      "",
      "--in-host"),
  WHOLE("a source that fails adds nothing; else what was read before stays", "", "--whole"),

  EXPORT("hosts and groups with what is said of themselves", "", "--export"),
  VARIABLES("with --graph: variables, too", "", "--vars"),
  YAML("YAML instead of JSON", "", "--yaml", "-y"),
  TOML("TOML instead of JSON", "", "--toml"),
  JSON("with --explain and --doc: for programs", "", "--json"),
  OUTPUT("into this file instead of to the terminal", "FILE", "--output"),
  VERBOSE("tells which plugin read which source", "", "--verbose", "-v");

  private final String sentence;
  private final String value;
  private final String names;

  Switch(String sentence, String value, String... names) {
    this.sentence = sentence;
    this.value = value;
    this.names = String.join(" ", names);
  }

  /** The name that messages have. */
  String word() {
    return names().get(0);
  }

  private List<String> names() {
    return List.of(names.split(" "));
  }

  boolean takesValue() {
    return !value.isEmpty();
  }

  /** The line of the help. */
  String line() {
    String written = String.join(", ", names()) + (takesValue() ? " " + value : "");
    return written.length() > 26
        ? "  " + written + "\n" + " ".repeat(30) + sentence + "\n"
        : String.format("  %-28s%s%n", written, sentence);
  }

  /** The switch of exactly this name. */
  static Optional<Switch> named(String word) {
    return Arrays.stream(values()).filter(one -> one.names().contains(word)).findFirst();
  }

  /** The switches that have a long name with this beginning. */
  static List<Switch> beginning(String word) {
    return Arrays.stream(values())
        .filter(one -> one.names().stream().anyMatch(name -> isLongAndBegins(name, word)))
        .toList();
  }

  private static boolean isLongAndBegins(String name, String word) {
    return name.startsWith("--") && name.startsWith(word);
  }

  /** Every name, for those who look for the nearest. */
  static List<String> words() {
    return Arrays.stream(values()).flatMap(one -> one.names().stream()).toList();
  }
}
