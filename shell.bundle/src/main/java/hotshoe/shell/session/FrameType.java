package hotshoe.shell.session;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of frame that travel over the socket; docs/shell.md describes them. */
enum FrameType {
  /** Client: who it is and what it wants; always the first. */
  HELLO('H'),
  /** Client: a command line to run. */
  LINE('L'),
  /** Client: what the person types, or what a command reads. */
  INPUT('I'),
  /** Client: the terminal has another size now. */
  SIZE('W'),
  /** Client: no line follows. */
  END('E'),
  /** Host: a command reads its input; the client is to send it, and an empty frame at its end. */
  WANTED('Q'),
  /** Host: output. */
  OUTPUT('O'),
  /** Host: error output. */
  ERROR('X'),
  /** Host: the end, with the exit code. */
  DONE('D'),
  /** Host: why there will be no session. */
  REFUSED('R');

  private final char code;

  FrameType(char code) {
    this.code = code;
  }

  byte code() {
    return (byte) code;
  }

  static Optional<FrameType> of(int code) {
    return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
  }
}
