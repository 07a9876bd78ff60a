package hotshoe.inventory;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.osgi.annotation.versioning.ProviderType;

/** Variables of one host or group in the order in which they were first set. */
@ProviderType
public interface Variables {

  /** How many there are. */
  int size();

  /** The value of this name, if it is set. */
  Optional<Object> get(Object name);

  /** Where the value of this name was set, if it is set. */
  Optional<Origin> origin(Object name);

  /** Shows every name with its value. */
  void forEach(BiConsumer<Object, Object> each);

  /** An unchangeable copy. */
  Map<Object, Object> asMap();
}
