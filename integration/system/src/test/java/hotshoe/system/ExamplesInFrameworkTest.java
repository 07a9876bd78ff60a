package hotshoe.system;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.slice.SliceName;
import hotshoe.slice.SliceReport;
import hotshoe.slice.SliceState;
import hotshoe.slice.Slices;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/** The examples with the core, in a real framework with Declarative Services. */
@RunWith(PaxExam.class)
public class ExamplesInFrameworkTest {
  @Inject private BundleContext context;
  private HostInside host;

  @Configuration
  public Option[] assemble() {
    return new Option[] {
      Assembly.framework(), Assembly.bundles("org.apache.felix.metatype", "hotshoe.core")
    };
  }

  @Before
  public void startTheHost() {
    host = new HostInside(context);
  }

  @After
  public void stopTheHost() throws BundleException {
    for (Bundle bundle : context.getBundles()) {
      if (Set.of("hello", "twenty", "ui").contains(bundle.getSymbolicName())) {
        bundle.uninstall();
      }
    }
    host.close();
    HostInside.await("the slices have left", () -> !host.has(Slices.class));
  }

  @Test
  @Proves("INM-14")
  public void theTwentySlicesComeOutInThePublishedOrderAndAllAreActive() throws BundleException {
    try (Slices.Hold hold = host.slices().hold()) {
      start("twenty");
      hold.close();
    }
    assertEquals(Published.coreOrder(), names(host.slices().graph().order()));
    assertEquals(
        Published.coreOrder(),
        names(host.slices().list().stream().map(SliceReport::name).toList()));
    for (SliceReport report : host.slices().list()) {
      assertEquals(report.toString(), SliceState.ACTIVE, report.state());
    }
  }

  @Test
  @Proves({"INM-14", "INM-15"})
  public void oneThatArrivesLaterTakesItsPublishedPlace() throws BundleException {
    start("twenty");
    host.await("core.transport", SliceState.ACTIVE);
    start("ui");
    host.await("ui.ui", SliceState.ACTIVE);
    assertEquals(Published.order(), names(host.slices().graph().order()));
  }

  @Test
  @Proves("INM-16")
  public void withoutTheOthersTheInterfaceStartsAndItsMissingDependenciesAreNamed()
      throws BundleException {
    start("ui");
    SliceReport report = host.await("ui.ui", SliceState.ACTIVE);
    assertEquals(new TreeSet<>(Set.of("core.server")), new TreeSet<>(names(report.missing())));
    assertTrue(host.slices().graph().missing().contains(new SliceName("core.transport")));
  }

  @Test
  public void theHelloExampleGreets() throws BundleException {
    start("hello");
    SliceReport report = host.await("hello.greeter", SliceState.ACTIVE);
    assertEquals("hello", report.extension().value());
  }

  private void start(String example) throws BundleException {
    context.installBundle(Build.example(example).toUri().toString()).start();
  }

  private static List<String> names(Collection<SliceName> names) {
    return names.stream().map(SliceName::value).collect(Collectors.toList());
  }
}
