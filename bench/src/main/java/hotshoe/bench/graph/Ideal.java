package hotshoe.bench.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The peer of the slice engine: nothing but futures, a thread for each that needs one. */
public final class Ideal {

  private Ideal() {}

  /** Runs the work once for each node, each after those it depends on; returns nanoseconds. */
  public static long run(RandomGraph graph, Runnable work) {
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      long began = System.nanoTime();
      List<CompletableFuture<Void>> futures = new ArrayList<>();
      for (int node = 0; node < graph.size(); node++) {
        CompletableFuture<?>[] before =
            graph.dependencies().get(node).stream()
                .map(futures::get)
                .toArray(CompletableFuture<?>[]::new);
        futures.add(CompletableFuture.allOf(before).thenRunAsync(work, threads));
      }
      futures.forEach(CompletableFuture::join);
      return System.nanoTime() - began;
    } finally {
      threads.shutdown();
    }
  }

  /** Runs the work once for each node, one after the other; returns nanoseconds. */
  public static long oneByOne(RandomGraph graph, Runnable work) {
    long began = System.nanoTime();
    for (int node = 0; node < graph.size(); node++) {
      work.run();
    }
    return System.nanoTime() - began;
  }
}
