package hotshoe.runtime.configuration;

import hotshoe.configuration.OptionDescription;
import hotshoe.extension.ExtensionName;
import java.util.List;

/**
 * The options that one extension declares.
 *
 * @param extension whose they are
 * @param options the options
 */
public record DeclaredOptions(ExtensionName extension, List<OptionDescription> options) {
  public DeclaredOptions {
    options = List.copyOf(options);
  }
}
