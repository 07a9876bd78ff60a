package embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramTest {
  @Test
  void theProgramShowsTheSlicesOfTheExtensionItWasGiven() {
    assertEquals(
        List.of("hello.greeter is ACTIVE", "hotshoe.gateway is ACTIVE", "all in all: OK"),
        printedBy("target/archives/hello.jar")
            .lines()
            .filter(line -> !line.matches("hotshoe\\.(inventories|cloudstack-poll) .*"))
            .toList());
  }

  private static String printedBy(String... arguments) {
    PrintStream usual = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      Program.main(arguments);
    } finally {
      System.setOut(usual);
    }
    return printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
