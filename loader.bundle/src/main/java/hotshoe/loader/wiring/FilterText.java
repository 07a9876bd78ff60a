package hotshoe.loader.wiring;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a requirement's filter asks for, as far as it has the usual form: a name, and perhaps a
 * range of versions.
 *
 * @param filter the filter as it stands
 */
record FilterText(String filter) {

  private static final String NAME = "[A-Za-z0-9_.-]+";

  /** The value that an attribute must have, if the filter says it plainly. */
  Optional<String> valueOf(String attribute) {
    return first("\\(" + Pattern.quote(attribute) + "=([^()*<>]+)\\)");
  }

  /** The first attribute that must have a value, and that value. */
  Optional<String> firstValue() {
    return first("\\(" + NAME + "=([^()*<>]+)\\)");
  }

  /** Every value that an attribute may have. */
  Stream<String> valuesOf(String attribute) {
    return Pattern.compile("\\(" + Pattern.quote(attribute) + "=([^()*<>]+)\\)")
        .matcher(filter)
        .results()
        .map(found -> found.group(1));
  }

  /** The versions that fit, in words; empty when all do. */
  String versions(String attribute) {
    String quoted = Pattern.quote(attribute);
    Pattern one = Pattern.compile("\\(!\\(" + quoted + "=([0-9][^()*]*)\\)\\)");
    Pattern some =
        Pattern.compile(
            "\\(!\\(&\\(%s>=([^()]+)\\)\\(!\\(%s>=[^()]+\\)\\)\\)\\)".formatted(quoted, quoted));
    String excluded =
        Stream.concat(
                found(one),
                found(some).map(version -> dots(version) < 2 ? version + ".x" : version))
            .map(version -> "not " + version)
            .collect(Collectors.joining(" and "));
    String plain = some.matcher(one.matcher(filter).replaceAll("")).replaceAll("");
    String included = new FilterText(plain).included(quoted);
    return Stream.of(included, excluded)
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(" but "));
  }

  /** Every value that an attribute may nearly have, in words; empty when all do. */
  String approximate(String attribute) {
    return found(Pattern.compile("\\(" + Pattern.quote(attribute) + "~?=([^()*<>]+)\\)"))
        .distinct()
        .collect(Collectors.joining(" or "));
  }

  private Stream<String> found(Pattern pattern) {
    return pattern.matcher(filter).results().map(result -> result.group(1));
  }

  private static long dots(String version) {
    return version.chars().filter(character -> character == '.').count();
  }

  private String included(String quoted) {
    Optional<String> exactly = first("(?<!!)\\(" + quoted + "=([0-9][^()*]*)\\)");
    Optional<String> from = first("(?<!!)\\(" + quoted + ">=([^()]+)\\)");
    Optional<String> after = first("\\(!\\(" + quoted + "<=([^()]+)\\)\\)");
    Optional<String> to = first("(?<!!)\\(" + quoted + "<=([^()]+)\\)");
    Optional<String> before = first("\\(!\\(" + quoted + ">=([^()]+)\\)\\)");
    String words =
        Stream.of(
                exactly,
                from.map(version -> version + " or later"),
                after.map(version -> "later than " + version),
                to.map(version -> "at most " + version),
                before.map(version -> "before " + version))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" and "));
    return words.equals("0.0.0 or later") ? "" : words;
  }

  private Optional<String> first(String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(filter);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
