package hotshoe.system;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.slice.Slice;
import hotshoe.slice.SliceContext;
import hotshoe.slice.SliceName;
import hotshoe.slice.SliceReport;
import hotshoe.slice.SliceState;
import hotshoe.slice.Slices;
import hotshoe.system.script.ScriptedSlice.Deed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.ProbeBuilder;
import org.ops4j.pax.exam.TestProbeBuilder;
import org.ops4j.pax.exam.junit.PaxExam;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceRegistration;

/** Slices that are components of real bundles, and what bundles may do to them. */
@RunWith(PaxExam.class)
public class SlicesInFrameworkTest {
  @Inject private BundleContext context;
  private final List<Bundle> installed = new ArrayList<>();
  private HostInside host;
  private Path journal;

  @Configuration
  public Option[] assemble() {
    return new Option[] {
      Assembly.framework(), Assembly.bundles("org.apache.felix.metatype", "hotshoe.core")
    };
  }

  @ProbeBuilder
  public TestProbeBuilder name(TestProbeBuilder probe) {
    return probe.setHeader("Hotshoe-Extension", "probe");
  }

  @Before
  public void startTheHost() throws IOException {
    host = new HostInside(context);
    host.slices();
    journal = Files.createTempFile("journal", ".txt");
  }

  @After
  public void stopTheHost() throws BundleException, IOException {
    for (Bundle bundle : installed) {
      bundle.uninstall();
    }
    host.close();
    HostInside.await("the slices have left", () -> !host.has(Slices.class));
    Files.deleteIfExists(journal);
  }

  @Test
  public void aComponentIsMadeWhenItIsToPrestartAndNotBefore() throws BundleException {
    try (Slices.Hold hold = host.slices().hold()) {
      start(ExtensionJar.named("alpha").journal(journal).slice("one"));
      host.await("alpha.one", SliceState.WAITING);
      assertEquals(List.of(), journalLines());
    }
    assertEquals(
        List.of("alpha.one construct", "alpha.one prestart", "alpha.one start"), journalLines());
  }

  @Test
  @Proves("INM-20")
  public void aComponentThatCannotBeMadeFailsWithTheReasonInWords() throws BundleException {
    start(
        ExtensionJar.named("alpha")
            .slice("one", slice -> slice.does("construct", Deed.THROW))
            .slice("two", slice -> slice.does("construct", Deed.DIE)));

    SliceReport one = host.await("alpha.one", SliceState.FAILED);
    SliceReport two = host.await("alpha.two", SliceState.FAILED);

    assertTrue(one.cause(), one.cause().contains("alpha.one was told to fail in construct"));
    assertTrue(two.cause(), two.cause().contains("alpha.two was told to fail in construct"));
    assertTrue(one.problems().toString(), one.problems().get(0).code().equals("HS-SLICE-005"));
  }

  @Test
  @Proves("INM-19")
  public void stoppingABundleByHandStopsItsSlicesInOrderAndAtOnce() throws BundleException {
    Bundle bundle =
        start(
            ExtensionJar.named("alpha")
                .journal(journal)
                .slice("low")
                .slice("high", slice -> slice.dependsOn("alpha.low")));
    host.await("alpha.high", SliceState.ACTIVE);
    long begun = System.nanoTime();

    bundle.stop();

    assertTrue(System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(4));
    List<String> ends = journalLines().stream().filter(line -> line.endsWith("stop")).toList();
    assertTrue(ends.toString(), ends.indexOf("alpha.high stop") < ends.indexOf("alpha.low stop"));
    assertEquals(4, ends.size());
    assertEquals(List.of(), host.slices().list());
  }

  @Test
  public void aBundleThatComesBackGetsFreshInstances() throws BundleException {
    Bundle bundle = start(ExtensionJar.named("alpha").journal(journal).slice("one"));
    host.await("alpha.one", SliceState.ACTIVE);
    bundle.stop();
    bundle.start();
    host.await("alpha.one", SliceState.ACTIVE);

    assertEquals(2, journalLines().stream().filter("alpha.one construct"::equals).count());
  }

  @Test
  public void aDependentGetsAFreshInstanceWhenItComesUpAgain() throws BundleException {
    Bundle low = start(ExtensionJar.named("low").slice("one"));
    start(
        ExtensionJar.named("high")
            .journal(journal)
            .slice("one", slice -> slice.dependsOn("low.one")));
    host.await("high.one", SliceState.ACTIVE);

    low.stop();
    SliceReport blocked = host.await("high.one", SliceState.BLOCKED);
    assertEquals("needs low.one, which left", blocked.cause());
    low.start();
    host.await("high.one", SliceState.ACTIVE);

    assertEquals(2, journalLines().stream().filter("high.one construct"::equals).count());
  }

  @Test
  public void callsThatWouldEndTheHostEndTheSlice() throws BundleException {
    start(
        ExtensionJar.named("alpha")
            .slice("exits", slice -> slice.does("start", Deed.EXIT))
            .slice("halts", slice -> slice.does("prestart", Deed.HALT))
            .slice("early", slice -> slice.does("construct", Deed.EXIT))
            .slice("good"));

    assertEquals("HS-SLICE-010", codeOf(host.await("alpha.exits", SliceState.FAILED)));
    assertEquals("HS-SLICE-010", codeOf(host.await("alpha.halts", SliceState.FAILED)));
    assertEquals("HS-SLICE-005", codeOf(host.await("alpha.early", SliceState.FAILED)));
    host.await("alpha.good", SliceState.ACTIVE);
  }

  @Test
  @Proves("INM-08")
  public void aNameOutsideTheExtensionIsRefusedNamingBoth() throws BundleException {
    start(ExtensionJar.named("alpha").sliceOutside("beta.one").slice("one"));

    SliceReport refused = host.await("beta.one", SliceState.FAILED);
    String problem = refused.problems().get(0).sentence();
    assertTrue(problem, problem.contains("beta.one") && problem.contains("alpha"));
    host.await("alpha.one", SliceState.ACTIVE);
  }

  @Test
  @Proves("INM-27")
  public void aDuplicateIsRefusedNamingBothAndTakesItsPlaceWhenTheFirstLeaves()
      throws BundleException {
    Bundle first = start(ExtensionJar.named("alpha").version("1.0.0").slice("one"));
    host.await("alpha.one", SliceState.ACTIVE);
    start(
        ExtensionJar.named("other")
            .header("Hotshoe-Extension", "alpha")
            .version("2.0.0")
            .sliceOutside("alpha.one"));
    HostInside.await("both are known", () -> host.slices().list().size() == 2);
    String problem = host.slices().list().get(1).problems().get(0).sentence();
    assertTrue(problem, problem.contains("alpha 1.0.0") && problem.contains("alpha 2.0.0"));

    first.stop();

    host.await("alpha.one", SliceState.ACTIVE);
    assertEquals(1, host.slices().list().size());
  }

  @Test
  public void propertiesThatMakeNoSenseAreAProblemAndNotAnException() {
    register(Map.of());
    register(Map.of("hotshoe.slice.name", "probe"));
    register(Map.of("hotshoe.slice.name", "probe.limit", "hotshoe.slice.limit", "soon"));
    register(Map.of("hotshoe.slice.name", "probe.edge", "hotshoe.slice.dependsOn", "a b c"));
    register(Map.of("hotshoe.slice.name", 7L));

    List<SliceReport> reports = host.slices().list();

    assertEquals(reports.toString(), 5, reports.size());
    for (SliceReport report : reports) {
      assertEquals(SliceState.FAILED, report.state());
      assertEquals("HS-SLICE-001", codeOf(report));
      assertTrue(report.toString(), report.name().value().startsWith("probe."));
    }
  }

  @Test
  public void propertiesThatChangeMakeItANewSlice() {
    Slice slice = new Slice() {};
    ServiceRegistration<Slice> registration =
        context.registerService(Slice.class, slice, named("probe.before"));
    host.await("probe.before", SliceState.ACTIVE);

    registration.setProperties(named("probe.after"));

    host.await("probe.after", SliceState.ACTIVE);
    HostInside.await(
        "the old name has gone", () -> host.slices().find(new SliceName("probe.before")).isEmpty());
    registration.unregister();
    assertEquals(List.of(), host.slices().list());
  }

  @Test
  public void aSliceMayStopItsOwnBundleWhileItStarts() throws BundleException {
    Bundle bundle = start(ExtensionJar.named("alpha").slice("one"));
    host.await("alpha.one", SliceState.ACTIVE);
    List<String> steps = Collections.synchronizedList(new ArrayList<>());
    Slice stopper =
        new Slice() {
          @Override
          public void start() throws Exception {
            bundle.stop();
            steps.add("came through");
          }
        };
    long begun = System.nanoTime();

    host.add("probe.stopper", stopper, "alpha.one");

    HostInside.await("it came through", () -> steps.contains("came through"));
    host.await("probe.stopper", SliceState.BLOCKED);
    assertTrue(System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(8));
    assertEquals(Bundle.RESOLVED, bundle.getState());
  }

  @Test
  public void aSliceMayRegisterAndUnregisterOthersWhileItStarts() {
    List<String> steps = Collections.synchronizedList(new ArrayList<>());
    host.add(
        "probe.parent",
        new Slice() {
          @Override
          public void start() {
            Slice child =
                new Slice() {
                  @Override
                  public void prestart(SliceContext given) {
                    steps.add("child");
                  }
                };
            ServiceRegistration<Slice> registration =
                context.registerService(Slice.class, child, named("probe.child"));
            HostInside.await("the child is up", () -> steps.contains("child"));
            registration.unregister();
            steps.add("gone");
          }
        });

    host.await("probe.parent", SliceState.ACTIVE);
    assertTrue(steps.toString(), steps.contains("gone"));
    assertFalse(host.slices().find(new SliceName("probe.child")).isPresent());
  }

  private Bundle start(ExtensionJar jar) throws BundleException {
    byte[] bytes = jar.bytes();
    Bundle bundle =
        context.installBundle("test:" + installed.size(), new ByteArrayInputStream(bytes));
    installed.add(bundle);
    bundle.start();
    return bundle;
  }

  private void register(Map<String, Object> properties) {
    host.register(new Slice() {}, new Hashtable<>(properties));
  }

  private static Dictionary<String, Object> named(String name) {
    return new Hashtable<>(Map.of("hotshoe.slice.name", name));
  }

  private static String codeOf(SliceReport report) {
    return report.problems().get(0).code();
  }

  private List<String> journalLines() {
    try {
      return Files.readAllLines(journal);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
