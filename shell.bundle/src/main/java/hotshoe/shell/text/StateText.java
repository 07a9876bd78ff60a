package hotshoe.shell.text;

import hotshoe.extension.ExtensionState;
import hotshoe.slice.SliceState;
import hotshoe.status.StatusLevel;

/** States with their tones. */
final class StateText {

  private StateText() {}

  static Span of(ExtensionState state) {
    return new Span(state.name(), tone(state));
  }

  static Span of(SliceState state) {
    return new Span(state.name(), tone(state));
  }

  static Span of(StatusLevel level) {
    return new Span(level.name(), tone(level));
  }

  private static Tone tone(ExtensionState state) {
    return switch (state) {
      case ACTIVE -> Tone.GOOD;
      case WAITING, STARTING, DEGRADED, STOPPING -> Tone.CAUTION;
      case BROKEN -> Tone.BAD;
      case DISABLED -> Tone.FAINT;
    };
  }

  static Tone tone(SliceState state) {
    return switch (state) {
      case ACTIVE -> Tone.GOOD;
      case WAITING, PRESTARTED, STARTING, BLOCKED, STOPPING -> Tone.CAUTION;
      case FAILED -> Tone.BAD;
      case STOPPED -> Tone.FAINT;
    };
  }

  static Tone tone(StatusLevel level) {
    return switch (level) {
      case OK -> Tone.GOOD;
      case WARNING -> Tone.CAUTION;
      case ERROR -> Tone.BAD;
    };
  }
}
