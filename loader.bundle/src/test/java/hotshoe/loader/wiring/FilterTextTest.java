package hotshoe.loader.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters in words. */
class FilterTextTest {

  @ParameterizedTest
  @CsvSource({
    "(&(p=a.b)(version>=2.0.0)(!(version>=3.0.0))), 2.0.0 or later and before 3.0.0",
    "(&(p=a.b)(version>=2.0.0)), 2.0.0 or later",
    "(&(p=a.b)(version>=0.0.0)), ''",
    "(p=a.b), ''",
    "(&(p=a.b)(version>=1.0.0)(version<=1.5.0)), 1.0.0 or later and at most 1.5.0",
    "(&(p=a.b)(!(version<=1.0.0))(!(version>=2.0.0))), later than 1.0.0 and before 2.0.0",
    "(&(p=a.b)(version=1.2.0)), 1.2.0",
  })
  void aRangeOfVersionsIsSaid(String filter, String words) {
    assertEquals(words, new FilterText(filter).versions("version"));
    assertEquals(Optional.of("a.b"), new FilterText(filter).valueOf("p"));
  }
}
