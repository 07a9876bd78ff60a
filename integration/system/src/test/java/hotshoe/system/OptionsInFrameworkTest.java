package hotshoe.system;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import hotshoe.configuration.ExtensionOptions;
import hotshoe.configuration.OptionDescription;
import hotshoe.conformance.Proves;
import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import hotshoe.slice.Slice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
import org.osgi.framework.ServiceReference;

/** The options of the hello example, from the operator's file to its constructor. */
@RunWith(PaxExam.class)
public class OptionsInFrameworkTest {
  private static final ExtensionName HELLO = new ExtensionName("hello");

  @Inject private BundleContext context;
  private HostInside host;
  private Bundle hello;

  @Configuration
  public Option[] assemble() {
    return new Option[] {
      Assembly.framework(), Assembly.bundles("org.apache.felix.metatype", "hotshoe.core")
    };
  }

  @Before
  public void installTheExample() throws BundleException {
    hello = context.installBundle(Build.example("hello").toUri().toString());
  }

  @After
  public void stopTheHost() throws BundleException {
    hello.uninstall();
    host.close();
    HostInside.await("the options have left", () -> !host.has(ExtensionOptions.class));
  }

  @Test
  @Proves({"INM-09", "INM-12"})
  public void theOptionsAreListedWithoutRunningAnyCode() {
    List<OptionDescription> options = optionsOf(operator()).declaredBy(HELLO, hello);
    assertEquals(
        List.of("greeting", "seconds"),
        options.stream().map(OptionDescription::key).sorted().toList());
    OptionDescription seconds =
        options.stream().filter(option -> option.key().equals("seconds")).findFirst().orElseThrow();
    assertEquals(Optional.of("interval"), seconds.predecessor());
    assertEquals(Optional.of("10"), seconds.defaultValue());
    assertEquals("number", seconds.type());
    assertTrue(hello.getState() != Bundle.ACTIVE);
  }

  @Test
  @Proves({"INM-06", "INM-12"})
  public void whatTheOperatorWroteReachesTheComponentAlsoUnderItsFormerName()
      throws BundleException {
    OperatorStub operator =
        operator().with("extensions.hello.greeting", "Hi").with("extensions.hello.interval", 7L);
    List<Problem> problems = optionsOf(operator).apply(HELLO, hello);
    assertEquals(problems.toString(), 1, problems.size());
    assertTrue(problems.toString(), problems.get(0).sentence().contains("seconds"));
    hello.start();
    HostInside.await("the component has its options", () -> "Hi".equals(property("greeting")));
    assertEquals(7L, property("seconds"));
  }

  @Test
  @Proves("INM-12")
  public void everyWrongValueIsReportedInOneGo() {
    OperatorStub operator =
        operator().with("extensions.hello.seconds", "soon").with("extensions.hello.greting", "Hi");
    List<Problem> problems = optionsOf(operator).apply(HELLO, hello);
    assertEquals(problems.toString(), 2, problems.size());
  }

  private static OperatorStub operator() {
    return new OperatorStub(Path.of("target", "inside"));
  }

  private ExtensionOptions optionsOf(OperatorStub operator) {
    host = new HostInside(context, operator);
    return host.service(ExtensionOptions.class);
  }

  private Object property(String name) {
    ServiceReference<Slice> reference = context.getServiceReference(Slice.class);
    return reference == null ? "no slice yet" : reference.getProperty(name);
  }
}
