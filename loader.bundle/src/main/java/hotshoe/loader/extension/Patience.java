package hotshoe.loader.extension;

/** What to think of an archive that is not whole. */
enum Patience {
  /** Somebody may still be writing it. */
  MORE,
  /** It has been quiet for a while: it is broken. */
  NONE
}
