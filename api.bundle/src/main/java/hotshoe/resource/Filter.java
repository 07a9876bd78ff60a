package hotshoe.resource;

import hotshoe.extension.ExtensionName;
import java.util.Objects;
import java.util.Optional;

/**
 * Which resources to list. What is empty holds nothing back.
 *
 * @param kind of this kind, whatever its case
 * @param extension run by this extension
 * @param words with this text in their name, identifier or a detail that the caller sees, whatever
 *     its case
 */
public record Filter(Optional<String> kind, Optional<ExtensionName> extension, String words) {

  /** All resources. */
  public static final Filter ALL = new Filter(Optional.empty(), Optional.empty(), "");

  public Filter {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(extension, "extension");
    Objects.requireNonNull(words, "words");
  }

  /** The same filter, for one kind. */
  public Filter kind(String only) {
    return new Filter(Optional.of(only), extension, words);
  }

  /** The same filter, for what one extension runs. */
  public Filter runBy(ExtensionName only) {
    return new Filter(kind, Optional.of(only), words);
  }

  /** The same filter, for resources with this text. */
  public Filter containing(String text) {
    return new Filter(kind, extension, text);
  }
}
