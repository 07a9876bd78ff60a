package hotshoe.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.framework.Version;

/**
 * The versions of Python that an extension can work with (rows UE-8 to UE-11): clauses parted by
 * commas, all of which must hold; each is one of {@code == != < <= > >=} and a version of up to
 * three numbers. {@code ==3.9.*} and {@code !=3.9.*} go by component: 3.9 and all its parts, not
 * 3.90. Without the dot, as the documentation writes it, {@code !=3.9.1*} means the same: 3.9.1,
 * not 3.9.10.
 *
 * @param clauses what must hold; none: every version will do
 */
public record PythonVersions(List<Clause> clauses) {

  /** What holds where an extension says nothing. */
  public static final String DEFAULT = ">=2.7";

  private static final int LONGEST = 1000;
  private static final Pattern CLAUSE =
      Pattern.compile("\\s*(===|==|!=|<=|>=|~=|<|>|)\\s*([^\\s]*)\\s*");
  private static final Pattern VERSION =
      Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?(\\.?\\*)?|(\\*)");

  public PythonVersions {
    clauses = List.copyOf(clauses);
  }

  /** How a clause compares. */
  public enum Operator {
    /** {@code ==}. */
    EQUAL("=="),
    /** {@code !=}. */
    DIFFERENT("!="),
    /** {@code <}. */
    LESS("<"),
    /** {@code <=}. */
    AT_MOST("<="),
    /** {@code >}. */
    GREATER(">"),
    /** {@code >=}. */
    AT_LEAST(">=");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }
  }

  /**
   * One clause.
   *
   * @param operator how it compares
   * @param numbers the one to three numbers of its version; none for a lone {@code *}
   * @param wildcard whether a {@code *} follows
   */
  public record Clause(Operator operator, List<Integer> numbers, boolean wildcard) {
    public Clause {
      Objects.requireNonNull(operator, "operator");
      numbers = List.copyOf(numbers);
    }

    /** Whether a version of Python will do, decided number by number. */
    public boolean matches(Version version) {
      List<Integer> given = List.of(version.getMajor(), version.getMinor(), version.getMicro());
      if (wildcard) {
        boolean isWithin = given.subList(0, numbers.size()).equals(numbers);
        return isWithin == (operator == Operator.EQUAL);
      }
      int comparison = 0;
      for (int i = 0; i < 3 && comparison == 0; i++) {
        comparison = Integer.compare(given.get(i), i < numbers.size() ? numbers.get(i) : 0);
      }
      return switch (operator) {
        case EQUAL -> comparison == 0;
        case DIFFERENT -> comparison != 0;
        case LESS -> comparison < 0;
        case AT_MOST -> comparison <= 0;
        case GREATER -> comparison > 0;
        case AT_LEAST -> comparison >= 0;
      };
    }

    String filter() {
      String text = numbers.stream().map(String::valueOf).collect(Collectors.joining("."));
      return switch (operator) {
        case EQUAL -> wildcard ? within() : "(version=" + text + ")";
        case DIFFERENT -> "(!" + (wildcard ? within() : "(version=" + text + ")") + ")";
        case LESS -> "(!(version>=" + text + "))";
        case AT_MOST -> "(version<=" + text + ")";
        case GREATER -> "(!(version<=" + text + "))";
        case AT_LEAST -> "(version>=" + text + ")";
      };
    }

    private String within() {
      return numbers.isEmpty() ? "(version=*)" : VersionFilters.within(numbers);
    }
  }

  /**
   * Reads clauses; blanks are allowed everywhere between them, and a comma at the end.
   *
   * @throws IllegalArgumentException when a clause is none; the message quotes it and says why
   */
  public static PythonVersions parse(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("it is longer than " + LONGEST + " characters");
    }
    List<Clause> clauses = new ArrayList<>();
    String[] parts = text.split(",", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean isEnd = i == parts.length - 1;
      if (!(isEnd && parts[i].isBlank())) {
        clauses.add(clause(parts[i]));
      }
    }
    return new PythonVersions(clauses);
  }

  private static Clause clause(String text) {
    Matcher clause = CLAUSE.matcher(text);
    if (!clause.matches()) {
      throw refused(text, "it is no operator and a version");
    }
    Operator operator = operator(text, clause.group(1));
    Matcher version = VERSION.matcher(clause.group(2));
    if (!version.matches()) {
      throw refused(text, "a version is one to three numbers, such as 3.9 or 3.9.*");
    }
    boolean wildcard = version.group(4) != null || version.group(5) != null;
    if (wildcard && operator != Operator.EQUAL && operator != Operator.DIFFERENT) {
      throw refused(text, "'*' goes with == and != only");
    }
    List<Integer> numbers = new ArrayList<>();
    for (int i = 1; i <= 3 && version.group(i) != null; i++) {
      numbers.add(Integer.valueOf(version.group(i)));
    }
    return new Clause(operator, numbers, wildcard);
  }

  private static Operator operator(String text, String sign) {
    for (Operator operator : Operator.values()) {
      if (operator.sign.equals(sign)) {
        return operator;
      }
    }
    throw refused(
        text,
        sign.isEmpty()
            ? "it does not begin with ==, !=, <, <=, > or >="
            : sign + " is not among ==, !=, <, <=, > and >=");
  }

  private static IllegalArgumentException refused(String clause, String why) {
    String shown = clause.strip().replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    String head = shown.length() > 40 ? shown.substring(0, 40) + "..." : shown;
    return new IllegalArgumentException("'" + head + "': " + why);
  }

  /** Whether a version of Python will do. */
  public boolean matches(Version version) {
    return clauses.stream().allMatch(clause -> clause.matches(version));
  }

  /**
   * Clauses that people read in two ways, each as its author should write it: {@code !=3.9.1*} is
   * {@code !=3.9.1.*}.
   *
   * @param text what was parsed
   */
  public static List<String> unclear(String text) {
    List<String> clear = new ArrayList<>();
    for (String clause : text.split(",")) {
      Matcher dotless = Pattern.compile("([=!]=)\\s*([0-9.]*[0-9])\\*").matcher(clause.strip());
      if (dotless.matches()) {
        clear.add(dotless.group(1) + dotless.group(2) + ".*");
      }
    }
    return clear;
  }

  /** What the resolver is asked for: an interpreter of Python in one of these versions. */
  public Requirement requirement() {
    return new Requirement(Namespaces.INTERPRETER, "(&(language=python)" + filters() + ")");
  }

  /** What must hold of the version, as filters in a row. */
  String filters() {
    return clauses.stream().map(Clause::filter).collect(Collectors.joining());
  }
}
