package hotshoe.inventory.tool;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What {@code --help} prints. */
final class HelpText {

  private static final String BEGINNING =
      """
      hotshoe inventory: the hosts, groups and variables that sources say, as ansible-inventory
      prints them.

        hotshoe inventory --list|--host HOST|--graph [GROUP] [-i SOURCE]... [options]

      """;

  private static final String END =
      """

      Without -i, ANSIBLE_INVENTORY or ansible.cfg names the sources. Exit codes: 0 fine, 1 no
      answer, 2 not understood, 4 a broken file of variables, 5 options that cannot be together,
      99 interrupted, 250 a mistake in this program.
      """;

  private HelpText() {}

  static void write(OutputStream stream) throws IOException {
    StringBuilder text = new StringBuilder(BEGINNING);
    Arrays.stream(Switch.values()).map(Switch::line).forEach(text::append);
    stream.write(text.append(END).toString().getBytes(StandardCharsets.UTF_8));
  }
}
