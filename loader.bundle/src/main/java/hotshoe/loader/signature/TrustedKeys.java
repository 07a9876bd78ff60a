package hotshoe.loader.signature;

import hotshoe.problem.Problem;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whom the operator trusts, at one moment.
 *
 * @param keys of minisign
 * @param certificates of those who sign jars, or of those who vouch for them
 * @param problems files that hold neither
 */
record TrustedKeys(
    List<MinisignKey> keys, List<TrustedCertificate> certificates, List<Problem> problems) {

  TrustedKeys {
    keys = List.copyOf(keys);
    certificates = List.copyOf(certificates);
    problems = List.copyOf(problems);
  }

  /** The keys with this number; two people may have chosen the same one. */
  List<MinisignKey> withId(KeyId id) {
    return keys.stream().filter(key -> key.id().equals(id)).toList();
  }

  boolean isEmpty() {
    return keys.isEmpty() && certificates.isEmpty();
  }

  /** All of them, for people. */
  List<String> shown() {
    return Stream.concat(
            keys.stream().map(MinisignKey::shown),
            certificates.stream().map(TrustedCertificate::shown))
        .toList();
  }
}
