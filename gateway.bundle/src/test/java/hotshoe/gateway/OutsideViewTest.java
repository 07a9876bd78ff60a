package hotshoe.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutsideViewTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          deploy/hello.jar is torn           | deploy/hello.jar is torn
          etc/hotshoe.yaml:3                 | etc/hotshoe.yaml:3
          /home/ann/deploy/hello.jar is torn | hello.jar is torn
          no space for /data/x.json: full    | no space for x.json: full
          see file:/home/ann/x.db            | see x.db
          see file:///home/ann/x.db          | see x.db
          in C:\\Users\\Ann\\x.jar, maybe    | in x.jar, maybe
          at http://127.0.0.1:7700/status    | at http://127.0.0.1:7700/status
          either/or and 1/2                  | either/or and 1/2
          (/etc/passwd)                      | (passwd)
          the root / itself                  | the root / itself
          """)
  void absolutePathsShrinkToTheirNames(String text, String outside) {
    assertEquals(outside, OutsideView.of(text));
  }

  @org.junit.jupiter.api.Test
  void onlyTheFirstLineIsShownAndOnlySoMuchOfIt() {
    assertEquals("boom", OutsideView.of("boom\n\tat shop.Till.open(Till.java:7)"));
    assertEquals(1003, OutsideView.of("x".repeat(5000)).length());
    assertEquals("", OutsideView.of(""));
  }
}
