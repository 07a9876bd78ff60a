package hotshoe.configuration;

/** Where a value came from. */
public sealed interface Origin {

  /** Nobody set it. */
  record Default() implements Origin {
    @Override
    public String toString() {
      return "default";
    }
  }

  /** A line of a file, counted from 1. */
  record File(String path, int line) implements Origin {
    @Override
    public String toString() {
      return path + ":" + line;
    }
  }

  /** An environment variable. */
  record Environment(String variable) implements Origin {
    @Override
    public String toString() {
      return "environment variable " + variable;
    }
  }

  /** The command line or the embedding program. */
  record Program() implements Origin {
    @Override
    public String toString() {
      return "program";
    }
  }
}
