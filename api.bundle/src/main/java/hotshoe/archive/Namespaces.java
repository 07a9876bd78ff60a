package hotshoe.archive;

/** The kinds of things that the host has and extensions need, in the words of the resolver. */
public final class Namespaces {

  /**
   * A home system that the host stands in for: attributes {@code platform}, a text such as {@code
   * cloudstack}, and {@code version}, of three numbers.
   */
  public static final String PLATFORM = "hotshoe.platform";

  /**
   * An interpreter of this machine: attributes {@code language}, a text such as {@code python}, and
   * {@code version}, of three numbers.
   */
  public static final String INTERPRETER = "hotshoe.interpreter";

  /** An installed extension: attributes {@code name}, a text, and {@code version}. */
  public static final String EXTENSION = "hotshoe.extension";

  private Namespaces() {}
}
