package hotshoe.inventory.source;

import hotshoe.inventory.PluginCache;
import java.util.Optional;

/** Keeps nothing. */
enum NoCache implements PluginCache {
  /** The only one. */
  NONE;

  @Override
  public boolean mayRead() {
    return false;
  }

  @Override
  public Optional<Object> get() {
    return Optional.empty();
  }

  @Override
  public void put(Object value) {
    // nobody asked for it to be kept
  }
}
