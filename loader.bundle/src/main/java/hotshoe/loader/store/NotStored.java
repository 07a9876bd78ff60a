package hotshoe.loader.store;

import java.io.IOException;

/** The data folder does not take something: not the fault of what was to be stored. */
public final class NotStored extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient IOException failure;

  public NotStored(IOException failure) {
    super(failure.getMessage(), failure);
    this.failure = failure;
  }

  /** What the system says. */
  IOException failure() {
    return failure;
  }
}
