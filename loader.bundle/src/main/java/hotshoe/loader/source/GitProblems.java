package hotshoe.loader.source;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.TransportException;

/** What git says, as a problem. */
final class GitProblems {

  private GitProblems() {}

  /** The end that a failure of git means. */
  static IOException of(Throwable failure, Place.InRepository place) {
    if (failure instanceof Error error) {
      throw error;
    }
    Optional<Unfetched> reason = causes(failure, Unfetched.class).findFirst();
    if (reason.isPresent()) {
      return reason.get();
    }
    if (causes(failure, NoRemoteRepositoryException.class).findAny().isPresent()) {
      return new Unfetched(SourceProblems.noRepository(place.origin()));
    }
    boolean secret =
        causes(failure, TransportException.class)
            .anyMatch(
                end -> String.valueOf(end.getMessage()).matches("(?s).*(uthoriz|uthentic).*"));
    return new Unfetched(
        secret
            ? SourceProblems.secretRepository(place.origin())
            : SourceProblems.brokenRepository(place.origin(), Urls.shown(words(failure))));
  }

  /** The deepest reason says most. */
  private static String words(Throwable failure) {
    return causes(failure, Throwable.class)
        .map(Throwable::getMessage)
        .filter(message -> message != null && !message.isBlank())
        .reduce((outer, inner) -> inner)
        .orElse(failure.getClass().getSimpleName());
  }

  private static <T extends Throwable> Stream<T> causes(Throwable failure, Class<T> kind) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(20)
        .filter(kind::isInstance)
        .map(kind::cast);
  }
}
