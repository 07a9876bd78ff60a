package hotshoe.core.operation;

/** Knows whose handler runs on this thread. */
final class CurrentCall {

  // One for each catalogue, of which a process has few; two hosts must not meet in a static.
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<Lineage> current = new ThreadLocal<>();

  /** The call whose handler runs on this thread, or {@link Lineage#OUTSIDE}. */
  Lineage get() {
    Lineage call = current.get();
    return call == null ? Lineage.OUTSIDE : call;
  }

  /** Makes this the call of this thread; give what it returns to {@link #leaveTo}. */
  Lineage enter(Lineage call) {
    Lineage before = get();
    current.set(call);
    return before;
  }

  void leaveTo(Lineage before) {
    // null: an entry that holds nothing is cheaper to leave behind than to remove each time
    current.set(before == Lineage.OUTSIDE ? null : before);
  }
}
