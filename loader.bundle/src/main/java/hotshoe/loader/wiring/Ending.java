package hotshoe.loader.wiring;

import java.time.Duration;

/** How a call into an extension's code can end. */
public sealed interface Ending {

  /** It came back. */
  record Done() implements Ending {}

  /** It threw. */
  record Threw(Throwable cause) implements Ending {}

  /** It did not come back in the time that it was given: the limit, or less when all ends. */
  record TooLong(Duration limit) implements Ending {}
}
