package hotshoe.loader.wiring;

import hotshoe.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/**
 * Why a bundle cannot be wired: one sentence for each need that is not met, saying who offers what
 * instead, or who would offer it and waits as well. Looks only; nothing is wired by it.
 */
public final class Needs {

  private static final int SHOWN = 3;

  private final Offers offers;

  /** The needs of those who are among these offers. */
  public Needs(Offers offers) {
    this.offers = offers;
  }

  /** The needs of a bundle that nobody meets; empty when each could be met by itself. */
  public List<Problem> unmet(Bundle bundle) {
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    return revision == null ? List.of() : unmet(revision);
  }

  /** The same, of a bundle that need not be in the framework. */
  public List<Problem> unmet(Resource resource) {
    return unmet(resource, new HashMap<>());
  }

  /** The bundles of which a fragment could become a part. */
  public List<Bundle> hosts(Bundle fragment) {
    BundleRevision revision = fragment.adapt(BundleRevision.class);
    return revision == null
        ? List.of()
        : offers.hosts(revision).stream().map(host -> ((BundleRevision) host).getBundle()).toList();
  }

  /** Whoever is being asked about already is taken to be met, so that circles end. */
  private List<Problem> unmet(Resource resource, Map<Resource, List<Problem>> asked) {
    if (asked.putIfAbsent(resource, List.of()) == null) {
      asked.put(resource, ask(resource, asked));
    }
    return asked.get(resource);
  }

  private List<Problem> ask(Resource resource, Map<Resource, List<Problem>> asked) {
    List<Problem> problems = new ArrayList<>();
    for (Requirement requirement : resource.getRequirements(null)) {
      if (Need.isOne(requirement)) {
        Need need = new Need(requirement);
        reason(need, resource, asked)
            .map(why -> problem(resource, need, why))
            .ifPresent(problems::add);
      }
    }
    return problems.stream().distinct().toList();
  }

  private Problem problem(Resource resource, Need need, String why) {
    String name = offers.name(resource);
    return Problem.error(need.code(), name + " needs " + need.words())
        .because(why)
        .advising(need.advice(name));
  }

  /** Why a need is not met; empty when it is. */
  private Optional<String> reason(
      Need need, Resource resource, Map<Resource, List<Problem>> asked) {
    List<Resource> providers =
        offers.to(need.requirement()).stream()
            .flatMap(offer -> NameTags.owners(offer.getResource(), offers).stream())
            .distinct()
            .toList();
    if (providers.isEmpty()) {
      return need.isHost() && !offers.hosts(resource).isEmpty()
          ? Optional.empty()
          : Optional.of(need.isJava() ? thisJava() : others(need));
    }
    if (providers.stream()
        .anyMatch(provider -> provider.equals(resource) || offers.isWired(provider))) {
      return Optional.empty();
    }
    return waiting(providers, asked);
  }

  /** All who offer it are unwired themselves: whether one of them at least could be. */
  private Optional<String> waiting(List<Resource> providers, Map<Resource, List<Problem>> asked) {
    List<String> reasons = new ArrayList<>();
    for (Resource provider : providers) {
      List<Problem> theirs = unmet(provider, asked);
      if (theirs.isEmpty()) {
        return Optional.empty();
      }
      reasons.add(
          offers.name(provider)
              + " offers it and waits itself: "
              + theirs.get(0).what()
              + ", "
              + theirs.get(0).why());
    }
    return Optional.of(shown(reasons));
  }

  private String others(Need need) {
    List<String> there =
        need.inAnyVersion().stream()
            .flatMap(requirement -> offers.to(requirement).stream())
            .filter(offer -> !NameTags.owners(offer.getResource(), offers).isEmpty())
            .map(offer -> need.there(offers.name(offer.getResource()), offer))
            .distinct()
            .sorted()
            .toList();
    return there.isEmpty() ? need.nothing(offers) : need.here(shown(there));
  }

  private static String shown(List<String> reasons) {
    String words = reasons.stream().limit(SHOWN).collect(Collectors.joining("; "));
    return reasons.size() > SHOWN ? words + "; and " + (reasons.size() - SHOWN) + " more" : words;
  }

  private static String thisJava() {
    return "this is Java " + Runtime.version().feature();
  }
}
