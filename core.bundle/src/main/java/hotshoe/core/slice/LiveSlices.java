package hotshoe.core.slice;

import hotshoe.slice.Slice;
import hotshoe.slice.SliceName;
import java.util.Map;

/** The instances of the slices that are active now, for who asks them for their status. */
public interface LiveSlices {
  /** A copy, in no particular order; never blocks. */
  Map<SliceName, Slice> active();
}
