package hotshoe.inventory.expression;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The real ansible-core, asked for the values of expressions. */
final class Home implements AutoCloseable {

  private static final Gson GSON = new Gson();

  private final Process process;
  private final BufferedWriter questions;
  private final BufferedReader answers;

  Home(Path folder, String variables) throws IOException {
    Path program = folder.resolve("home.py");
    try (InputStream source = Home.class.getResourceAsStream("/expressions/home.py")) {
      Files.copy(source, program, StandardCopyOption.REPLACE_EXISTING);
    }
    process =
        new ProcessBuilder("/usr/bin/python3", program.toString())
            .directory(folder.toFile())
            .redirectError(folder.resolve("home.err").toFile())
            .start();
    questions = process.outputWriter(StandardCharsets.UTF_8);
    answers = process.inputReader(StandardCharsets.UTF_8);
    questions.write(variables.strip().replace("\n", " ") + "\n");
  }

  /** What it says of these: the printed value, or {@code !} and why there is none. */
  List<String> ask(List<String> expressions) throws IOException {
    Thread writer = new Thread(() -> write(expressions));
    writer.start();
    List<String> said = new ArrayList<>();
    for (int i = 0; i < expressions.size(); i++) {
      JsonObject answer = JsonParser.parseString(answers.readLine()).getAsJsonObject();
      said.add(
          answer.has("value")
              ? answer.get("value").getAsString()
              : "!" + answer.get("failure").getAsString());
    }
    return said;
  }

  private void write(List<String> expressions) {
    try {
      for (String expression : expressions) {
        questions.write(GSON.toJson(expression) + "\n");
      }
      questions.flush();
    } catch (IOException gone) {
      throw new java.io.UncheckedIOException(gone);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
