package hotshoe.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A program of ours in a Java machine of its own, with Hotshoe and Felix on its class path.
 *
 * @param workplace where everything lies
 * @param jdk what to run it on
 * @param options for the Java machine
 */
record OwnProcess(Workplace workplace, Jdk jdk, List<String> options) {

  /** Runs it to the end; its figures get the JDK's name in front of their variant. */
  List<Figure> figures(Class<?> program, String... arguments) throws Exception {
    Product product = new Product(workplace);
    List<String> command = new ArrayList<>(List.of(jdk.java()));
    command.addAll(options);
    command.add("-cp");
    command.add(
        Workplace.classPath(
            Stream.concat(
                Stream.of(workplace.ownJar(), product.embeddable()), product.libraries())));
    command.add(program.getName());
    command.addAll(Arrays.asList(arguments));
    return new ProcessRun(command, workplace.root(), Map.of(), Pattern.compile("$^"))
        .untilExit().stream().map(this::ofThisJdk).toList();
  }

  private Figure ofThisJdk(Figure figure) {
    String variant = (jdk.name() + " " + figure.variant()).trim();
    return new Figure(figure.system(), variant, figure.key(), figure.value());
  }
}
