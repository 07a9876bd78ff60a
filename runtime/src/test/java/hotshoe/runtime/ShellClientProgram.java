package hotshoe.runtime;

import java.nio.file.Path;
import java.util.List;

/** The shell's client without the command line around it: a data folder, then its words. */
final class ShellClientProgram {

  private ShellClientProgram() {}

  public static void main(String[] arguments) {
    List<String> words = List.of(arguments);
    System.exit(ShellClient.run(Path.of(words.get(0)), words.subList(1, words.size())));
  }
}
