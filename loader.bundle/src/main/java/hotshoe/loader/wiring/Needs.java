package hotshoe.loader.wiring;

import hotshoe.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Why a bundle cannot be wired: one sentence for each need that is not met, saying who offers what
 * instead, or who would offer it and waits as well. Looks only; nothing is wired by it.
 */
public final class Needs {

  private static final int SHOWN = 3;

  private final FrameworkWiring wiring;
  private final Supplier<Bundle[]> everybody;

  Needs(FrameworkWiring wiring, Supplier<Bundle[]> everybody) {
    this.wiring = wiring;
    this.everybody = everybody;
  }

  /** The needs of a bundle that nobody meets; empty when each could be met by itself. */
  public List<Problem> unmet(Bundle bundle) {
    return unmet(bundle, new HashMap<>());
  }

  /**
   * The bundles of which a fragment could become a part. The framework does not offer those that
   * are wired already, so everybody is asked.
   */
  public List<Bundle> hosts(Bundle fragment) {
    List<BundleRequirement> hosts =
        fragment.adapt(BundleRevision.class).getDeclaredRequirements(HostNamespace.HOST_NAMESPACE);
    return Arrays.stream(everybody.get())
        .filter(bundle -> hosts.stream().anyMatch(host -> isHost(host, bundle)))
        .toList();
  }

  private static boolean isHost(BundleRequirement needed, Bundle bundle) {
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    return revision != null
        && revision.getDeclaredCapabilities(HostNamespace.HOST_NAMESPACE).stream()
            .anyMatch(needed::matches);
  }

  /** Whoever is being asked about already is taken to be met, so that circles end. */
  private List<Problem> unmet(Bundle bundle, Map<Bundle, List<Problem>> asked) {
    if (asked.putIfAbsent(bundle, List.of()) == null) {
      asked.put(bundle, ask(bundle, asked));
    }
    return asked.get(bundle);
  }

  private List<Problem> ask(Bundle bundle, Map<Bundle, List<Problem>> asked) {
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    if (revision == null) {
      return List.of();
    }
    List<Problem> problems = new ArrayList<>();
    for (BundleRequirement requirement : revision.getDeclaredRequirements(null)) {
      if (Need.isOne(requirement)) {
        Need need = new Need(requirement);
        reason(need, bundle, asked).map(why -> problem(bundle, need, why)).ifPresent(problems::add);
      }
    }
    return problems.stream().distinct().toList();
  }

  private static Problem problem(Bundle bundle, Need need, String why) {
    Problem problem =
        Problem.error(need.code(), name(bundle) + " needs " + need.words()).because(why);
    return need.isJava()
        ? problem.advising("start the host with such a Java, or install a version for this one")
        : problem.advising("install what offers it; " + name(bundle) + " starts by itself then");
  }

  /** Why a need is not met; empty when it is. */
  private Optional<String> reason(Need need, Bundle bundle, Map<Bundle, List<Problem>> asked) {
    Collection<BundleCapability> offers = wiring.findProviders(need.requirement());
    if (offers.isEmpty() && !(need.isHost() && !hosts(bundle).isEmpty())) {
      return Optional.of(need.isJava() ? thisJava() : others(need));
    }
    List<Bundle> providers = offers.stream().map(Needs::provider).distinct().toList();
    if (providers.isEmpty()
        || providers.stream()
            .anyMatch(provider -> provider.equals(bundle) || Bundles.isResolved(provider))) {
      return Optional.empty();
    }
    return waiting(providers, asked);
  }

  /** All who offer it are unwired themselves: whether one of them at least could be. */
  private Optional<String> waiting(List<Bundle> providers, Map<Bundle, List<Problem>> asked) {
    List<String> reasons = new ArrayList<>();
    for (Bundle provider : providers) {
      List<Problem> theirs = unmet(provider, asked);
      if (theirs.isEmpty()) {
        return Optional.empty();
      }
      reasons.add(
          name(provider)
              + " offers it and waits itself: "
              + theirs.get(0).what()
              + ", "
              + theirs.get(0).why());
    }
    return Optional.of(shown(reasons));
  }

  private String others(Need need) {
    List<String> offers =
        need.inAnyVersion().stream()
            .flatMap(requirement -> wiring.findProviders(requirement).stream())
            .map(offer -> name(provider(offer)) + " offers version " + need.versionOf(offer))
            .distinct()
            .sorted()
            .toList();
    return offers.isEmpty() ? "nobody offers it" : shown(offers);
  }

  private static String shown(List<String> reasons) {
    String words = reasons.stream().limit(SHOWN).collect(Collectors.joining("; "));
    return reasons.size() > SHOWN ? words + "; and " + (reasons.size() - SHOWN) + " more" : words;
  }

  private static String thisJava() {
    return "this is Java " + Runtime.version().feature();
  }

  private static Bundle provider(BundleCapability offer) {
    return offer.getRevision().getBundle();
  }

  private static String name(Bundle bundle) {
    return Location.of(bundle).map(location -> location.name().value()).orElse("the host");
  }
}
