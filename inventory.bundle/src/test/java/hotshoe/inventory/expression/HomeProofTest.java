package hotshoe.inventory.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real ansible-core is asked for the same expressions. */
@Tag("proof")
class HomeProofTest {

  private static final int MANY = Integer.getInteger("expressions", 20_000);

  /** A part of a list that is missing. */
  private static final Pattern MISSING =
      Pattern.compile("has no attribute '(nosuch|tags)'|sequence was empty");

  @TempDir Path folder;

  @Test
  void everyExpressionHasTheValueThatItHasAtHome() throws Exception {
    RandomExpressions random = new RandomExpressions(Integer.getInteger("seed", 1));
    List<String> made =
        Stream.generate(random::next).filter(e -> e.length() < 400).limit(MANY).toList();
    Tally written = compare(Here.written());
    Tally guessed = compare(made);
    Files.writeString(
        Path.of("../docs/proofs/expressions.md"),
        "# Expressions, beside ansible-core itself\n\n"
            + "The same expressions are given to `hotshoe.inventory.expression` and to the real ansible-core 2.14.18"
            + " (Jinja2 3.1.2, Python\n3.11.2), with the same variables. Compared is the value with its types, as"
            + " Python prints it; where home has none, there must\nbe none here. *Told* are those that we refuse with"
            + " a sentence instead of guessing. *Inner words*: a value within a list is missing,\nand home"
            + " prints Python's own words for that, where we say what is missing.\n\n"
            + "| expressions | | same value | no value in both | told | inner words | different |\n|---|---|---|---|---|---|---|\n"
            + written.row("written by hand")
            + guessed.row("made up at random"));
    assertEquals("", String.join("\n", written.different));
    assertEquals("", String.join("\n", guessed.different));
    assertTrue(guessed.told < MANY / 20, () -> "refused: " + guessed.refused);
  }

  /** How many were the same, and which were not. */
  private static final class Tally {
    private int same;
    private int failing;
    private int told;
    private int inside;
    private final List<String> different = new ArrayList<>();
    private final Map<String, Integer> refused = new TreeMap<>();

    String row(String kind) {
      int all = same + failing + told + inside + different.size();
      return "| "
          + kind
          + " | "
          + all
          + " | "
          + same
          + " | "
          + failing
          + " | "
          + told
          + " | "
          + inside
          + " | "
          + different.size()
          + " |\n";
    }
  }

  /**
   * Where a value is missing within a list, home prints, counts or cuts Python's inner words for
   * it; where an expression of constants fails, home may answer with the expression itself, or take
   * the failing part for missing.
   */
  private static boolean isInside(String expression, String here, String home) {
    return home.contains("AnsibleUndefined")
        || home.contains("{{" + expression.substring(0, Math.min(20, expression.length())))
        || here.contains("object is not subscriptable")
        || (expression.matches("(?s).*[!%]r.*") && here.contains("has no attribute"))
        || MISSING.matcher(here).find();
  }

  private Tally compare(List<String> expressions) throws Exception {
    Here here = new Here(Here.resource("variables.json"));
    Tally tally = new Tally();
    try (Home home = new Home(folder, Here.resource("variables.json"))) {
      List<String> wanted = home.ask(expressions);
      for (int i = 0; i < expressions.size(); i++) {
        String got = here.answer(expressions.get(i));
        if (got.startsWith("?")) {
          tally.told++;
          tally.refused.merge(got.substring(1).replaceAll("'[^']*'", "X"), 1, Integer::sum);
        } else if (got.startsWith("!") && wanted.get(i).startsWith("!")) {
          tally.failing++;
        } else if (got.equals(wanted.get(i))) {
          tally.same++;
        } else if (got.startsWith("!") && isInside(expressions.get(i), got, wanted.get(i))) {
          tally.inside++;
        } else {
          tally.different.add(expressions.get(i) + "  ->  " + got + "  at home " + wanted.get(i));
        }
      }
    }
    return tally;
  }
}
