package hotshoe.loader.extension;

/** What somebody wants who asks for one archive by hand. */
enum Wish {
  /** Exactly this one, whatever its version, and though somebody went back from it. */
  ANYWAY,
  /** That it does not run if it is new. */
  WITHOUT_STARTING
}
