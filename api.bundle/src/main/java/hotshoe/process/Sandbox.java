package hotshoe.process;

import java.nio.file.Path;
import java.util.List;

/**
 * Walls around a process: it sees the system's programs and libraries, its own executable's folder
 * and its working directory, all of them read-only; no other processes; and, unless said otherwise,
 * no network. How much of that holds is this system's to say: {@link Processes#support()}.
 *
 * @param network whether it may use the network
 * @param readable more files and folders that it may read
 * @param writable files and folders that it may read and write; its private folder always is
 * @param required whether it must not run where these walls cannot be had; if not, it runs with
 *     those that can, and a note says what is missing
 */
public record Sandbox(boolean network, List<Path> readable, List<Path> writable, boolean required) {
  public Sandbox {
    readable = List.copyOf(readable);
    writable = List.copyOf(writable);
  }

  /** No network, nothing more to see, nothing to write, and nothing less will do. */
  public static Sandbox strict() {
    return new Sandbox(false, List.of(), List.of(), true);
  }

  /** No network, nothing more to see and nothing to write, as far as the system can do it. */
  public static Sandbox wherePossible() {
    return new Sandbox(false, List.of(), List.of(), false);
  }
}
