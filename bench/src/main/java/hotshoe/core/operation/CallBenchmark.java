package hotshoe.core.operation;

import hotshoe.caller.Caller;
import hotshoe.operation.CallRequest;
import hotshoe.operation.Invocation;
import hotshoe.task.TaskOutcome;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a call by way of the catalogue costs, with audit and history on, beside the handler alone.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class CallBenchmark {

  private final CatalogueBench house = new CatalogueBench();
  private final CallRequest request;
  private final Invocation invocation;

  /** Ten operations, one of which is called by a user with a role. */
  public CallBenchmark() {
    house.add("bench", 0, 10);
    Caller caller = new Caller("bea", Set.of("vm-admin"), "java");
    request = CallRequest.of("bench.operation-7", Map.of("a", 41L)).by(caller);
    Entry entry = house.shelves.catalogue().get("bench.operation-7");
    Prepared prepared = new Prepared(Map.of("a", 41L, "b", 1L), Map.of(), Optional.empty());
    // No task and no folder: this handler asks for neither.
    invocation = new LiveInvocation(entry, prepared, caller, null, null);
  }

  /** The handler alone. */
  @Benchmark
  public Object direct() throws Exception {
    return CatalogueBench.ADD.call(invocation);
  }

  /** The whole way. */
  @Benchmark
  public TaskOutcome call() {
    return house.calls.call(request);
  }
}
