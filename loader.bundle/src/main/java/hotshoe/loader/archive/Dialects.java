package hotshoe.loader.archive;

import hotshoe.archive.Contents;
import hotshoe.archive.Dialect;
import hotshoe.archive.Referral;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * The formats that are known at the moment. What is a bundle already stays one; after that, of
 * several that recognise an archive, the first by name has it.
 */
public final class Dialects {

  private final Dialect own = new NativeDialect();
  private final List<Dialect> foreign = new CopyOnWriteArrayList<>();

  /** From now on this one is known too. */
  public void add(Dialect dialect) {
    foreign.add(dialect);
  }

  /** From now on this one is not known any more; what it translated stays. */
  public void remove(Dialect dialect) {
    foreign.remove(dialect);
  }

  /** The one an archive is written in. */
  Optional<Dialect> recognise(Contents contents) {
    return all().filter(dialect -> dialect.recognises(contents)).findFirst();
  }

  /** What archives are recognised by, with the names of the formats. */
  List<String> marks() {
    return all().map(dialect -> (dialect.mark() + " (" + dialect.name() + ")").strip()).toList();
  }

  /** Whether an archive is written in a format that is not that of bundles. */
  public boolean isForeign(Contents contents) {
    return recognise(contents).filter(dialect -> dialect != own).isPresent();
  }

  /** The one of this name. */
  Optional<Dialect> named(String name) {
    return all().filter(dialect -> dialect.name().equals(name)).findFirst();
  }

  /**
   * What a manifest that came without its archive says of it.
   *
   * @param dialect in which it is written
   */
  public record Referred(String dialect, Referral referral) {}

  /** What the first dialect that knows this manifest says of it. */
  public Optional<Referred> referral(String origin, byte[] manifest) {
    return all().flatMap(dialect -> referral(dialect, origin, manifest).stream()).findFirst();
  }

  private static Optional<Referred> referral(Dialect dialect, String origin, byte[] manifest) {
    return dialect
        .referral(origin, manifest.clone())
        .map(referral -> new Referred(dialect.name(), referral));
  }

  private Stream<Dialect> all() {
    return Stream.concat(
        Stream.of(own), foreign.stream().sorted(Comparator.comparing(Dialect::name)));
  }
}
