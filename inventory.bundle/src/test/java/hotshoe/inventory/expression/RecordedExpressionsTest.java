package hotshoe.inventory.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import hotshoe.conformance.Proves;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What ansible-core 2.14.18 said of these expressions; recorded with home.py. */
class RecordedExpressionsTest {

  @Test
  @Proves({"AN-39", "AN-40"})
  void expressionsHaveTheValuesThatWereRecorded() throws Exception {
    Here here = new Here(Here.resource("variables.json"));
    List<String> different = new ArrayList<>();
    int values = 0;
    for (String line : Here.resource("recorded.jsonl").lines().toList()) {
      JsonArray row = JsonParser.parseString(line).getAsJsonArray();
      String expression = row.get(0).getAsString();
      String wanted = row.get(1).getAsString();
      String got = here.answer(expression);
      boolean isSame = wanted.equals("!") ? got.startsWith("!") : got.equals(wanted);
      values += wanted.equals("!") ? 0 : 1;
      if (!isSame) {
        different.add(expression + "  ->  " + got + "  instead of  " + wanted);
      }
    }
    assertEquals("", String.join("\n", different));
    assertTrue(values > 600, values + " have a value");
  }

  @Test
  @Proves("AN-42")
  void whatIsNotHereIsToldAndNotGuessed() throws Exception {
    Here here = new Here(Here.resource("variables.json"));
    for (String expression :
        List.of(
            "s|ipaddr",
            "d|json_query('a')",
            "l|random",
            "l|shuffle",
            "now()",
            "namespace(a=1)",
            "s.__class__",
            "''.__class__.__mro__",
            "l.append(4)",
            "d.update({})",
            "s.encode()",
            "n is nosuch",
            "n|nosuch",
            "d.items",
            "(-8) ** 0.5",
            "'abc'|intersect('bc')",
            "s|regex_replace('(?x) a', '')",
            "d|to_yaml",
            "lipsum()",
            "'a'|password_hash")) {
      assertTrue(
          here.answer(expression).startsWith("?"), expression + ": " + here.answer(expression));
    }
  }

  @Test
  @Proves("AN-42")
  void hostileExpressionsEndSoonAndAreTold() throws Exception {
    Here here = new Here(Here.resource("variables.json"));
    String deep = "(".repeat(5_000) + "1" + ")".repeat(5_000);
    long start = System.nanoTime();
    for (String expression :
        List.of(
            "range(10 ** 9)|list",
            "range(10 ** 9)|map('string')|list",
            "'x' * 10 ** 9",
            "[0] * 10 ** 9",
            "2 ** (10 ** 9)",
            "9 ** (9 ** 9)",
            "'%1000000000d' % 1",
            "'{:>1000000000}'.format(1)",
            "'x'.center(10 ** 9)",
            "'x'.zfill(10 ** 9)",
            "'x'|indent(10 ** 9, true)",
            "'\t'.expandtabs(10 ** 9)",
            "l|slice(10 ** 9)",
            "range(1000)|product(range(1000), range(1000))|list",
            "range(30)|permutations|list",
            "range(60)|combinations(30)|list",
            "('a' * 30)|regex_replace('(a|a)*b', '')",
            "('a' * 40) is match('(a+)+$b')",
            "('a' * 60)|regex_replace('(.*a){20}b', '')",
            "'x'|comment(prefix_count=10 ** 9)",
            "('a' * 4000)|regex_replace('(.|.|.)*(.|.)*x', '')",
            deep,
            "[".repeat(5_000),
            "-".repeat(5_000) + "1",
            "not ".repeat(5_000) + "1",
            "1" + " + 1".repeat(50_000),
            "'" + "x".repeat(300_000) + "'",
            "(1).real.real" + ".real".repeat(50_000),
            "n" + "|abs".repeat(50_000),
            "d" + "['a']".repeat(9_000))) {
      String shown = expression.substring(0, Math.min(60, expression.length()));
      String got = here.answer(expression);
      // some searches that look hostile are not
      boolean isSearch = expression.contains("a|a") || expression.contains("is match");
      assertTrue(
          isSearch || got.startsWith("?") || got.startsWith("!"), shown + ": " + got.length());
    }
    long seconds = (System.nanoTime() - start) / 1_000_000_000;
    assertTrue(seconds < 60, seconds + " s");
  }

  @Test
  @Proves("AN-39")
  void templatesHaveConditionsLoopsAndNames() {
    String[][] rows = {
      {"{% for i in [1, 2] %}{{ i }}{% if not loop.last %},{% endif %}{% endfor %}", "1,2"},
      {"{% set x = 5 %}{{ x }}", "5"},
      {"a {%- if true -%} b {%- endif -%} c", "abc"},
      {"{% if false %}a{% elif 1 %}b{% else %}c{% endif %}", "b"},
      {"{% for i in [] %}x{% else %}none{% endfor %}", "none"},
      {"{# note #}x{% raw %}{{ x }}{% endraw %}", "x{{ x }}"},
      {"{% for k, v in {'a': 1}.items() if v %}{{ k }}={{ v }}{% endfor %}", "a=1"},
      {"line\n{% if true %}\nx\n{% endif %}\nend\n", "line\nx\nend\n"},
    };
    for (String[] row : rows) {
      assertEquals(row[1], new Templates(false).template(row[0], java.util.Map.of()), row[0]);
    }
    assertEquals(
        "\"plain\"", new Gson().toJson(new Templates(false).template("plain", java.util.Map.of())));
  }
}
