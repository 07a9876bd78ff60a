package hotshoe.process;

import java.util.List;
import java.util.Objects;

/**
 * What this system offers to limit, confine and watch processes, for {@code ext:info} and the like.
 *
 * @param answers one for each feature, in their order
 */
public record ProcessSupport(List<Answer> answers) {

  /**
   * What holds of one feature.
   *
   * @param available whether it can be had
   * @param how by what, or why not, in a few words
   */
  public record Answer(ProcessFeature feature, boolean available, String how) {
    public Answer {
      Objects.requireNonNull(feature, "feature");
      Objects.requireNonNull(how, "how");
    }
  }

  public ProcessSupport {
    answers = List.copyOf(answers);
  }

  /** Whether a feature can be had. */
  public boolean has(ProcessFeature feature) {
    return answers.stream().anyMatch(answer -> answer.feature() == feature && answer.available());
  }
}
