package hotshoe.process;

/** Something that a system may offer to limit, confine and watch processes. */
public enum ProcessFeature {
  /** A process has a session of its own: a terminal's Ctrl-C does not reach it. */
  SESSION,
  /** What a process began is found and ended, also where it has hidden from its parent. */
  WHOLE_TREE,
  /** The memory in use is told. */
  PEAK_MEMORY,
  /** Memory can be limited, that of all processes of an order together. */
  MEMORY,
  /** Address space, processor time, open files and file size of each process can be limited. */
  EACH_PROCESS,
  /** The number of processes can be limited. */
  PROCESSES,
  /** A sandbox hides files, and keeps others from being written. */
  SANDBOX_FILES,
  /** A sandbox has no network. */
  SANDBOX_NETWORK,
  /** A sandbox hides other processes. */
  SANDBOX_PROCESSES
}
