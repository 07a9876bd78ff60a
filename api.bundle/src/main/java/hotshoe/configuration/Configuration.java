package hotshoe.configuration;

import hotshoe.extension.ExtensionName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The host's effective configuration: files in their order, then environment variables, per key
 * (rows INM-10, INM-11). Read once; a service of the host; immutable. The typed readers know every
 * host key with its default, so a bad value has stopped the host before anybody asks.
 */
@ProviderType
public interface Configuration {

  /** The value of a key, if it is set or has a default. */
  Optional<Value> find(String key);

  /** Every effective value of the host, by key. */
  List<Value> values();

  /** What the operator wrote for an extension, keys relative to {@code extensions.<name>}. */
  List<Value> valuesFor(ExtensionName extension);

  /** The text of a key. */
  String text(String key);

  /** The whole number of a key. */
  long number(String key);

  /** The flag of a key. */
  boolean flag(String key);

  /** The duration of a key, written as {@code 500ms}, {@code 10s}, {@code 2m} or {@code 1h}. */
  Duration duration(String key);

  /** The path of a key, absolute; relative ones start at the host's home folder. */
  Path path(String key);

  /** The list of a key; empty when it is not set. */
  List<String> list(String key);
}
