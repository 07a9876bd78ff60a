package hotshoe.loader.url;

import hotshoe.extension.InstallListener;
import hotshoe.extension.InstallRequest;
import hotshoe.loader.archive.Candidate;
import hotshoe.loader.archive.Dialects;
import hotshoe.loader.archive.Intake;
import hotshoe.loader.archive.Translator;
import hotshoe.loader.content.ArchiveReader;
import hotshoe.loader.source.Fetched;
import hotshoe.loader.source.Fetcher;
import hotshoe.loader.source.Fetching;
import hotshoe.loader.source.Objection;
import hotshoe.loader.store.Store;
import hotshoe.problem.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.List;
import java.util.stream.Collectors;

/** One archive on its way to becoming a bundle. What is wrong with it is said by an exception. */
final class ExtensionConnection extends URLConnection {

  private final Fetcher fetcher;
  private final Intake intake;
  private final Translator translator;
  private final Store store;

  ExtensionConnection(URL url, Fetcher fetcher, Dialects dialects, Store store) {
    super(url);
    this.fetcher = fetcher;
    this.intake = new Intake(new ArchiveReader(), dialects);
    this.translator = new Translator(new ArchiveReader(), dialects);
    this.store = store;
  }

  @Override
  public void connect() {
    connected = true;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    String source = url.toExternalForm().substring(ExtensionUrls.PROTOCOL.length() + 1);
    InstallRequest request = InstallRequest.of(source);
    Fetching fetching = fetcher.fetch(request, false, Objection.NONE, InstallListener.NONE);
    if (fetching instanceof Fetching.NotFetched reasons) {
      throw refused(reasons.problems());
    }
    Fetched fetched = ((Fetching.Here) fetching).fetched();
    try {
      return new Closing(bundle(fetched), fetched);
    } catch (IOException | RuntimeException failure) {
      fetched.close();
      throw failure;
    }
  }

  private InputStream bundle(Fetched fetched) throws IOException {
    Candidate candidate =
        new Candidate(fetched.origin(), fetched.copy().file(), fetched.copy().digest());
    Intake.Result result = intake.take(candidate);
    if (result instanceof Intake.Rejected rejected) {
      throw refused(rejected.problems());
    }
    if (result instanceof Intake.NotWhole unfinished) {
      throw refused(List.of(unfinished.problem()));
    }
    return translator.open(
        ((Intake.Ready) result).descriptor(), candidate.bytes(), store.scratch());
  }

  private static IOException refused(List<Problem> problems) {
    return new IOException(
        problems.stream().map(Problem::sentence).collect(Collectors.joining("\n")));
  }

  /** When it is closed, what was fetched goes too. */
  private static final class Closing extends FilterInputStream {

    private final Fetched fetched;

    Closing(InputStream bundle, Fetched fetched) {
      super(bundle);
      this.fetched = fetched;
    }

    @Override
    public void close() throws IOException {
      try (fetched) {
        super.close();
      }
    }
  }
}
