package hotshoe.inventory;

import hotshoe.type.Field;
import java.util.List;
import java.util.Objects;

/**
 * An option of a plugin (rows AN-51 and AN-52). It is taken from the source; else from the
 * variables of the command line; else from the options of the command line; else from the
 * environment; else from the configuration file; else its default holds. Of several names that are
 * set the last one wins.
 *
 * @param field its name, type, default and description
 * @param aliases other names it has in a source
 * @param environment names of environment variables
 * @param file places in the configuration file
 * @param variables names of variables of the command line
 */
public record PluginOption(
    Field field,
    List<String> aliases,
    List<String> environment,
    List<FileKey> file,
    List<String> variables) {

  public PluginOption {
    Objects.requireNonNull(field, "field");
    aliases = List.copyOf(aliases);
    environment = List.copyOf(environment);
    file = List.copyOf(file);
    variables = List.copyOf(variables);
  }

  /** An option that no variable gives. */
  public PluginOption(
      Field field, List<String> aliases, List<String> environment, List<FileKey> file) {
    this(field, aliases, environment, file, List.of());
  }

  /** An option that only a source gives. */
  public static PluginOption of(Field field) {
    return new PluginOption(field, List.of(), List.of(), List.of());
  }

  /**
   * A place in the configuration file.
   *
   * @param section its section
   * @param key the name in that section
   */
  public record FileKey(String section, String key) {
    public FileKey {
      Objects.requireNonNull(section, "section");
      Objects.requireNonNull(key, "key");
    }
  }
}
