package hotshoe.core.resource;

import static hotshoe.core.resource.Registry.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import hotshoe.resource.Filter;
import hotshoe.resource.Resource;
import hotshoe.resource.Resource.Detail;
import hotshoe.resource.ResourceKeeper;
import hotshoe.resource.Resources;
import hotshoe.type.Ref;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class ResourceRegistryTest {
  private static final ExtensionName PROXMOX = new ExtensionName("proxmox");
  private static final Resource ALPHA =
      Resource.of("Host", "h1", "alpha")
          .runBy(PROXMOX)
          .with("url", Detail.visible("https://alpha:8006"))
          .with("realm", Detail.hidden("the-hidden-realm"))
          .with("token", Detail.secret("the-secret-token"));
  private static final Resource BETA = Resource.of("Host", "h2", "beta");
  private static final Resource CLUSTER = Resource.of("Cluster", "h1", "north");

  @TempDir Path data;

  private Registry registry() {
    return new Registry(data);
  }

  private Resources filled() {
    Resources resources = registry().open();
    resources.putAll(List.of(BETA, CLUSTER, ALPHA));
    return resources;
  }

  @Test
  void aResourceIsFoundByItsReferenceByAnIdentifierThatIsUniqueAndByItsName() {
    Resources resources = filled();
    assertEquals(Optional.of(ALPHA), resources.find(new Ref("Host", "h1")));
    assertEquals(Optional.of(BETA), resources.find(new Ref("", "h2")));
    assertEquals(List.of(ALPHA), resources.named("Host", "alpha"));
    assertEquals(Optional.of(BETA), resources.find(new Ref("host", "h2")), "whatever the case");
  }

  @Test
  void anIdentifierThatTwoKindsHaveIsNotFoundAndTheKindsAreToldToChooseFrom() {
    Resources resources = filled();
    assertEquals(Optional.empty(), resources.find(new Ref("", "h1")));
    Problem problem = refused(() -> resources.require(new Ref("", "h1"))).get(0);
    assertEquals("name one of Cluster:h1, Host:h1", problem.advice());
    assertThrows(RuntimeException.class, () -> resources.remove(new Ref("", "h1")));
  }

  @Test
  void whatIsMissingIsToldWithWhatIsNearest() {
    Resources resources = filled();
    assertAdvice("did you mean Host:h1?", resources, new Ref("Host", "alpha"));
    assertAdvice("did you mean h1?", resources, new Ref("Host", "h11"));
    assertAdvice("did you mean the kind Host?", resources, new Ref("Hst", "h1"));
    assertAdvice("there are Cluster, Host", resources, new Ref("Network", "n1"));
  }

  private static void assertAdvice(String advice, Resources resources, Ref ref) {
    assertEquals(advice, refused(() -> resources.require(ref)).get(0).advice());
  }

  @Test
  void listsAreSortedByKindAndNameAndFilteredByKindExtensionAndWords() {
    Resources resources = filled();
    assertEquals(List.of("Cluster", "Host"), resources.kinds());
    assertEquals(List.of(CLUSTER, ALPHA, BETA), resources.list(Filter.ALL));
    assertEquals(List.of(ALPHA, BETA), resources.list("Host"));
    assertEquals(List.of(ALPHA), resources.runBy(PROXMOX));
    assertEquals(List.of(ALPHA), resources.list(Filter.ALL.containing("ALPHA:80")));
    assertEquals(List.of(), resources.list("Network"));
  }

  @Test
  void noTextOfAResourceShowsWhatIsHidden() {
    assertFalse(ALPHA.toString().contains("the-"), ALPHA.toString());
    assertTrue(ALPHA.toString().contains("https://alpha:8006"), ALPHA.toString());
    assertEquals(Optional.of("the-secret-token"), ALPHA.reveal("token"));
  }

  @Test
  void aCallerSeesVisibleDetailsAnAdministratorHiddenOnesTooAndOnlyTheHostSecrets() {
    Resources resources = filled();
    Ref ref = ALPHA.ref();
    assertEquals(List.of("url"), keys(resources.as(Registry.READER).find(ref).orElseThrow()));
    assertEquals(List.of("url", "realm"), keys(resources.as(Registry.ADMINISTRATOR).require(ref)));
    assertEquals(List.of("url", "realm", "token"), keys(resources.require(ref)));
    assertEquals(List.of("url"), keys(resources.as(Registry.READER).named("Host", "alpha").get(0)));
    assertEquals(List.of("url"), keys(resources.as(Registry.READER).runBy(PROXMOX).get(0)));
  }

  private static List<String> keys(Resource resource) {
    return List.copyOf(resource.details().keySet());
  }

  @Test
  void nobodyCanGuessWhatTheyDoNotSeeByFiltering() {
    Resources resources = filled();
    Filter guess = Filter.ALL.containing("the-hidden");
    assertEquals(List.of(), resources.as(Registry.READER).list(guess));
    assertEquals(1, resources.as(Registry.ADMINISTRATOR).list(guess).size());
    assertEquals(List.of(), resources.list(Filter.ALL.containing("the-secret")));
  }

  @Test
  void whatACallerDoesNotSeeSurvivesWhatTheyPut() {
    Resources resources = filled();
    Resources hers = resources.as(Registry.OPERATOR);
    hers.put(hers.require(ALPHA.ref()).without("url").withName("alfa"));
    assertEquals(ALPHA.without("url").withName("alfa"), resources.require(ALPHA.ref()));
    hers.update(ALPHA.ref(), it -> it.with("token", Detail.secret("another")));
    assertEquals(Optional.of("another"), resources.require(ALPHA.ref()).reveal("token"));
    resources.put(ALPHA.withDetails(Map.of()));
    assertEquals(List.of(), keys(resources.require(ALPHA.ref())), "the host takes all away");
  }

  @Test
  void onlyItsKeeperChangesWhatSomebodyKeeps() {
    ResourceRegistry resources = (ResourceRegistry) filled();
    ResourceKeeper keeper =
        new ResourceKeeper() {
          @Override
          public Set<String> kinds() {
            return Set.of("host");
          }

          @Override
          public String instead() {
            return "rack-add";
          }
        };
    resources.keep(keeper);
    Resources hers = resources.as(Registry.ADMINISTRATOR);
    for (Executable change :
        List.<Executable>of(
            () -> hers.put(ALPHA.withName("mine")),
            () -> hers.add(Resource.of("HOST", "h9", "new")),
            () -> hers.putAll(List.of(BETA.withName("mine"))),
            () -> hers.update(BETA.ref(), it -> it.withName("mine")),
            () -> hers.remove(BETA.ref()))) {
      Problem problem = refused(change).get(0);
      assertEquals("HS-RESOURCE-010", problem.code());
      assertEquals("use rack-add", problem.advice());
    }
    assertEquals(List.of(ALPHA, BETA), resources.list("Host"));
    hers.put(CLUSTER.withName("south"));
    resources.put(BETA.withName("its keeper's"));
    resources.release(keeper);
    hers.put(BETA.withName("anybody's"));
    assertEquals("anybody's", resources.require(BETA.ref()).name());
  }

  @Test
  void whoMayNotChangeChangesNothingAndWhoHasNoRoleSeesNothing() {
    Registry registry = registry();
    Resources resources = registry.open();
    resources.put(BETA);
    assertEquals(
        "rita may not do resource.remove",
        refused(() -> resources.as(Registry.READER).remove(BETA.ref())).get(0).what());
    refused(() -> resources.as(Registry.READER).put(ALPHA));
    refused(() -> resources.as(Registry.READER).putAll(List.of(ALPHA)));
    refused(() -> resources.as(Registry.NOBODY).list("Host"));
    refused(() -> resources.as(Registry.NOBODY).kinds());
    assertEquals(List.of(BETA), resources.list(Filter.ALL));
    assertEquals(
        "rita http resource.remove Host:h2 denied  HS-CALLER-999", registry.audit().get(1));
  }

  @Test
  void everyChangeIsAuditedUnderWhoMadeItAndWithoutAValue() {
    Registry registry = registry();
    Resources resources = registry.open();
    Resources hers = resources.as(Registry.OPERATOR);
    hers.add(ALPHA);
    hers.add(ALPHA);
    hers.put(ALPHA);
    hers.replace(hers.require(ALPHA.ref()), ALPHA.withName("alfa"));
    resources.putAll(List.of(ALPHA, BETA));
    hers.remove(BETA.ref());
    assertEquals(
        List.of(
            "olga shell resource.add Host:h1 allowed ok",
            "olga shell resource.put Host:h1 allowed ok",
            "host java resource.put Host allowed ok 2 resources",
            "olga shell resource.remove Host:h2 allowed ok"),
        registry.audit(),
        "what changes nothing is not noted");
  }

  @Test
  void addingTellsWhetherThereWasOneAndReplacingWhetherItIsStillAsExpected() {
    Resources resources = filled();
    assertFalse(resources.add(BETA.withName("other")));
    assertFalse(resources.replace(BETA.withName("stale"), BETA.withName("other")));
    assertFalse(resources.replace(Resource.of("Host", "h9", "x"), Resource.of("Host", "h9", "y")));
    assertEquals(BETA, resources.require(BETA.ref()));
    assertTrue(resources.replace(BETA, BETA.withName("other")));
    assertThrows(IllegalArgumentException.class, () -> resources.replace(BETA, CLUSTER));
    assertTrue(resources.remove(BETA.ref()));
    assertFalse(resources.remove(BETA.ref()));
    assertEquals(Optional.empty(), resources.update(BETA.ref(), it -> it));
  }

  @Test
  void theGenerationGrowsWithWhatChangesAndWithNothingElse() {
    Resources resources = filled();
    long before = resources.generation();
    resources.put(BETA);
    resources.list(Filter.ALL);
    assertEquals(before, resources.generation());
    resources.put(BETA.withName("other"));
    assertTrue(resources.generation() > before);
  }

  @Test
  void manyWhoChangeOneResourceAtTheSameTimeLoseNothing() throws Exception {
    Resources resources = filled();
    Resources hers = resources.as(Registry.ADMINISTRATOR);
    resources.put(BETA.with("count", Detail.hidden("0")));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<? extends Future<?>> all =
          IntStream.range(0, 8)
              .mapToObj(i -> threads.submit(() -> countTo(25, i % 2 == 0 ? resources : hers)))
              .toList();
      for (Future<?> each : all) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(Optional.of("200"), resources.require(BETA.ref()).reveal("count"));
    assertEquals(
        Optional.of("200"), registry().open().require(BETA.ref()).reveal("count"), "on disk");
  }

  private static void countTo(int times, Resources resources) {
    for (int i = 0; i < times; i++) {
      resources.update(
          BETA.ref(),
          it ->
              it.with(
                  "count",
                  Detail.hidden("" + (1 + Integer.parseInt(it.reveal("count").orElseThrow())))));
    }
  }

  @Test
  void tenThousandResourcesAreQuick() {
    Resources resources = registry().open();
    List<Resource> many =
        IntStream.range(0, 10_000)
            .mapToObj(i -> ALPHA.withDetails(ALPHA.details()).withName("host " + i))
            .map(
                it ->
                    new Resource(
                        new Ref("Host", "id of " + it.name()),
                        it.name(),
                        it.extension(),
                        it.details()))
            .toList();
    assertQuick(3000, () -> resources.putAll(many));
    assertQuick(500, () -> resources.as(Registry.READER).list(Filter.ALL.containing("nothing")));
    assertQuick(1000, () -> resources.put(many.get(5000).withName("other")));
    assertQuick(3000, () -> assertEquals(10_000, registry().open().list("Host").size()));
    assertQuick(
        500,
        () -> {
          for (Resource each : many) {
            resources.find(each.ref());
          }
        });
  }

  private static void assertQuick(long milliseconds, Runnable action) {
    long begin = System.nanoTime();
    action.run();
    long took = (System.nanoTime() - begin) / 1_000_000;
    assertTrue(took < milliseconds, "it took " + took + " ms");
  }
}
