package hotshoe.loader.source;

import hotshoe.extension.InstallListener;
import hotshoe.extension.InstallRequest;
import hotshoe.loader.archive.Dialects;
import hotshoe.loader.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A process of its own that fetches: arguments are the data folder and the source. */
final class FetchingProcess {

  private FetchingProcess() {}

  public static void main(String[] arguments) {
    Store store = new Store(Path.of(arguments[0]));
    SourceRules rules = new SourceRules(List.of("any"), 1L << 30, Duration.ofMinutes(1));
    new Fetcher(store, rules, new Dialects())
        .fetch(InstallRequest.of(arguments[1]), false, Objection.NONE, InstallListener.NONE);
  }
}
