package hotshoe.core.feature;

import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.slice.Feature;
import hotshoe.slice.FeatureReport;
import hotshoe.slice.Features;
import hotshoe.slice.SliceName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The features that one slice declared; values are asked for anew each time. */
final class DeclaredFeatures implements Features {

  private static final String ALL = "*";

  private final SliceName slice;
  private final Succession succession;
  private final Map<String, Feature> byName;

  /**
   * Takes the declaration.
   *
   * @throws ProblemException when two features have one name
   */
  DeclaredFeatures(SliceName slice, List<Feature> features, Succession succession) {
    this.slice = slice;
    this.succession = succession;
    this.byName = byName(slice, features);
  }

  private static Map<String, Feature> byName(SliceName slice, List<Feature> features) {
    Map<String, Feature> byName = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (Feature feature : features) {
      if (byName.putIfAbsent(feature.name(), feature) != null) {
        problems.add(
            Problem.error(
                    "HS-FEATURE-002",
                    slice + " declares the feature '" + feature.name() + "' more than once")
                .advising("give each feature of a slice a name of its own"));
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    return byName;
  }

  @Override
  public boolean isEnabled(String flag) {
    return isEnabled(declared(Feature.Flag.class, "flag", flag));
  }

  @Override
  public boolean allows(String items, String item) {
    List<String> allowed = allowed(declared(Feature.Items.class, "list", items));
    return allowed.contains(ALL) || allowed.contains(item);
  }

  private <T extends Feature> T declared(Class<T> type, String kind, String name) {
    return Optional.ofNullable(byName.get(name))
        .filter(type::isInstance)
        .map(type::cast)
        .orElseThrow(() -> undeclared(kind, name));
  }

  private ProblemException undeclared(String kind, String name) {
    return new ProblemException(
        Problem.error("HS-FEATURE-001", slice + " declares no " + kind + " '" + name + "'")
            .because(byName.isEmpty() ? "it declares none" : "it declares " + byName.keySet())
            .advising("declare it in FeatureDeclarer.features()"));
  }

  private boolean isEnabled(Feature.Flag flag) {
    return ask(flag, manager -> manager.flag(slice, flag)).orElse(true);
  }

  private List<String> allowed(Feature.Items items) {
    return ask(items, manager -> manager.items(slice, items)).orElse(List.of(ALL));
  }

  /** Asks whoever decides. A manager that fails leaves the question open: nothing is assumed. */
  private <T> Optional<T> ask(
      Feature feature, Function<hotshoe.slice.FeatureManager, Optional<T>> question) {
    Succession.Decider decider = succession.present();
    try {
      return question.apply(decider.manager()).map(answer -> answer);
    } catch (ProblemException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      throw new ProblemException(
          Problem.error(
                  "HS-FEATURE-005",
                  "the feature manager of "
                      + decider.bundle()
                      + " did not decide "
                      + feature.name())
              .at(slice.value())
              .because(e.toString()),
          e);
    }
  }

  /** What is wrong with the values as they are written. */
  List<Problem> problems() {
    return byName.values().stream().flatMap(this::problemsOf).toList();
  }

  private Stream<Problem> problemsOf(Feature feature) {
    try {
      value(feature);
      return Stream.of();
    } catch (ProblemException e) {
      return e.problems().stream();
    }
  }

  /** The features with their values; {@code unknown} where the manager fails. */
  List<FeatureReport> reports() {
    return byName.values().stream().map(this::report).toList();
  }

  private FeatureReport report(Feature feature) {
    try {
      return new FeatureReport(slice, feature, value(feature));
    } catch (ProblemException e) {
      return new FeatureReport(slice, feature, "unknown");
    }
  }

  private String value(Feature feature) {
    return feature instanceof Feature.Flag flag
        ? (isEnabled(flag) ? "on" : "off")
        : String.join(", ", allowed((Feature.Items) feature));
  }
}
