package hotshoe.core.slice;

import hotshoe.slice.Slice;

/** Where the instance of a slice comes from. Runs foreign code: it may throw anything or hang. */
interface SliceSource {

  /** An instance for one life. */
  Slice create() throws Exception;

  /** Gives back what {@link #create()} gave. */
  void release() throws Exception;
}
