package hotshoe.loader.archive;

import java.nio.file.Path;
import java.util.Objects;

/**
 * First stage: bytes that were found. They rest where nobody changes them any more.
 *
 * @param origin where they came from, as the operator knows it: {@code deploy/hello.jar}
 * @param bytes the file that holds them
 * @param digest their SHA-256
 */
public record Candidate(String origin, Path bytes, Digest digest) {
  public Candidate {
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(bytes, "bytes");
    Objects.requireNonNull(digest, "digest");
  }
}
