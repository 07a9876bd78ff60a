package hotshoe.system;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;

import hotshoe.slice.Slice;
import hotshoe.slice.SliceDescription;
import hotshoe.slice.SliceName;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** The examples in a framework without a host: plain Declarative Services read them. */
@RunWith(PaxExam.class)
public class TwentyComponentsTest {
  @Inject private BundleContext context;

  @Configuration
  public Option[] assemble() {
    return new Option[] {Assembly.framework(), Assembly.examples("twenty", "ui")};
  }

  @Test
  public void theExamplesDescribeThePublishedGraphEdgeByEdge() throws InvalidSyntaxException {
    Map<String, Published.Edges> described = new TreeMap<>();
    for (ServiceReference<Slice> reference : slices()) {
      Published.Edges edges =
          edges(SliceDescription.of(FrameworkUtil.asMap(reference.getProperties())));
      described.put(edges.name(), edges);
    }
    assertEquals(Published.graph(), described);
  }

  @Test
  public void everyComponentCanBeMade() throws InvalidSyntaxException {
    for (ServiceReference<Slice> reference : slices()) {
      assertNotNull(reference.toString(), context.getService(reference));
    }
  }

  private Collection<ServiceReference<Slice>> slices() throws InvalidSyntaxException {
    return context.getServiceReferences(Slice.class, null);
  }

  private static Published.Edges edges(SliceDescription description) {
    return new Published.Edges(
        description.name().value(),
        names(description.dependsOn()),
        names(description.dependedOnBy()));
  }

  private static TreeSet<String> names(Collection<SliceName> names) {
    return names.stream().map(SliceName::value).collect(Collectors.toCollection(TreeSet::new));
  }
}
