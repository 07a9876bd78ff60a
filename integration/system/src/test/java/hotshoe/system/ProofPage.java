package hotshoe.system;

import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A page of docs/proofs: what a long proof has shown, when, and on what. */
final class ProofPage {
  private final StringBuilder text = new StringBuilder();

  ProofPage(String title, String test) {
    text.append("# ").append(title).append("\n\n");
    line("* When: " + LocalDate.now(ZoneOffset.UTC));
    line(
        "* Where: "
            + Runtime.getRuntime().availableProcessors()
            + " processors, "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch")
            + ", Java "
            + System.getProperty("java.version"));
    line("* Again: `mvn -Pproofs -pl integration/system -am verify -Dit.test=" + test + "`");
    line("");
  }

  ProofPage line(String line) {
    text.append(line).append('\n');
    return this;
  }

  void write(String fileName) {
    Home.attempt(() -> Files.writeString(Build.proofs().resolve(fileName), text));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
