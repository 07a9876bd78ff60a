package hotshoe.loader.source;

import hotshoe.configuration.Configuration;
import java.time.Duration;
import java.util.List;

/**
 * What the operator allows.
 *
 * @param allowed hosts from which archives may come, as they stand in {@code sources.allow}
 * @param bytes the largest archive
 * @param limit of one fetching, from its beginning to its end
 */
public record SourceRules(List<String> allowed, long bytes, Duration limit) {

  /** What holds unless somebody says otherwise. */
  public static final SourceRules USUAL =
      new SourceRules(List.of(Hosts.PUBLIC), 1L << 30, Duration.ofMinutes(10));

  public SourceRules {
    allowed = List.copyOf(allowed);
  }

  /** What the host's options say. */
  public static SourceRules of(Configuration configuration) {
    return new SourceRules(
        configuration.list("sources.allow"),
        configuration.number("sources.bytes"),
        configuration.duration("sources.limit"));
  }
}
