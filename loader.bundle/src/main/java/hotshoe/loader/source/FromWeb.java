package hotshoe.loader.source;

import hotshoe.extension.InstallListener;
import hotshoe.loader.archive.Digest;
import hotshoe.loader.content.ArchiveKind;
import hotshoe.loader.store.Incoming;
import hotshoe.loader.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Fetches what is behind a URL. */
final class FromWeb {

  private static final int BLOCK = 512;

  private final Store store;
  private final long largest;
  private final Web web;

  FromWeb(Store store, SourceRules rules, Web web) {
    this.store = store;
    this.largest = rules.bytes();
    this.web = web;
  }

  Fetched fetched(Place.OnWeb place, boolean withSignature, Progress progress) throws IOException {
    Path file = store.fetching();
    try {
      Web.Answer answer = web.get(place.url(), place.origin(), largest, file, progress);
      check(answer, place.origin(), file);
      unpack(answer, place.origin(), file);
      String resolved = Urls.shown(answer.url().toString());
      Optional<Signature> signature = withSignature ? signature(place) : Optional.empty();
      Incoming copy = new Incoming(file, Digest.of(file));
      return new Fetched(copy, place.origin(), resolved, Optional.empty(), signature);
    } catch (IOException | RuntimeException failure) {
      store.discard(file);
      throw failure;
    }
  }

  private static void check(Web.Answer answer, String origin, Path file) throws IOException {
    if (!answer.isThere()) {
      throw new Unfetched(SourceProblems.status(origin, answer.status()));
    }
    if (answer.type().toLowerCase(Locale.ROOT).startsWith("text/html") && isMarkup(file)) {
      throw new Unfetched(SourceProblems.webPage(origin));
    }
  }

  private static boolean isMarkup(Path file) throws IOException {
    return new String(head(Files.newInputStream(file)), StandardCharsets.ISO_8859_1)
        .stripLeading()
        .startsWith("<");
  }

  /**
   * Some servers say that a tar.gz is a tar that they packed for its way; its digest is that of the
   * tar.gz, so that is left as it is. Anything else is unpacked.
   */
  private void unpack(Web.Answer answer, String origin, Path file) throws IOException {
    String encoding = answer.encoding().toLowerCase(Locale.ROOT);
    if (encoding.isEmpty() || encoding.equals("identity")) {
      return;
    }
    if (!encoding.equals("gzip") && !encoding.equals("x-gzip")) {
      throw new Unfetched(SourceProblems.encoding(origin, encoding));
    }
    byte[] head = head(new GZIPInputStream(Files.newInputStream(file)));
    if (ArchiveKind.of(head).orElse(ArchiveKind.FOLDER) != ArchiveKind.TAR) {
      unpackGzip(origin, file);
    }
  }

  private void unpackGzip(String origin, Path file) throws IOException {
    Path unpacked = store.fetching();
    try {
      try (InputStream bytes = new GZIPInputStream(Files.newInputStream(file));
          OutputStream target = Files.newOutputStream(unpacked)) {
        Bounded.copy(bytes, target, largest, SourceProblems.tooLarge(origin, largest));
      }
      Files.move(unpacked, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      store.discard(unpacked);
    }
  }

  private static byte[] head(InputStream bytes) throws IOException {
    try (bytes) {
      return bytes.readNBytes(BLOCK);
    }
  }

  private Optional<Signature> signature(Place.OnWeb place) throws IOException {
    URI beside = Urls.withEnding(place.url(), Signature.ENDING);
    String origin = Urls.shown(beside.toString());
    Path file = store.fetching();
    Progress quiet = new Progress(InstallListener.NONE);
    try {
      Web.Answer answer = web.get(beside, origin, Signature.LARGEST, file, quiet);
      return answer.isThere()
          ? Optional.of(new Signature(origin, Files.readAllBytes(file)))
          : Optional.empty();
    } finally {
      store.discard(file);
    }
  }
}
