package hotshoe.shell.command;

import static java.util.stream.Collectors.toMap;

import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.shell.command.Completes.Kind;
import hotshoe.slice.SliceName;
import hotshoe.slice.SliceReport;
import hotshoe.slice.Slices;
import java.util.List;
import java.util.Optional;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The commands {@code slice:*}: the slices and how they depend on each other. */
@Component(
    service = Object.class,
    property = {
      "osgi.command.scope=slice",
      "osgi.command.function=list",
      "osgi.command.function=info",
      "osgi.command.function=graph"
    })
public class SliceCommands {

  private final Slices slices;

  @Activate
  public SliceCommands(@Reference Slices slices) {
    this.slices = slices;
  }

  @Descriptor("lists the slices in start order")
  @Examples({"slice:list", "slice:list | grep FAILED"})
  public Listing<SliceReport> list() {
    return new Listing<>(SliceReport.class, slices.list());
  }

  @Descriptor("tells all that is known of a slice")
  @Examples("slice:info hello.greeter")
  public SliceReport info(@Descriptor("its name") @Completes(Kind.SLICE) String name) {
    return find(name);
  }

  @Descriptor("draws how all slices depend on each other")
  @Examples({"slice:graph", "slice:graph --dot > slices.dot", "slice:graph --json"})
  public GraphPicture graph(
      @Descriptor("write it for Graphviz")
          @Parameter(names = "--dot", presentValue = "true", absentValue = "false")
          boolean dot,
      @Descriptor("write it as JSON")
          @Parameter(names = "--json", presentValue = "true", absentValue = "false")
          boolean json) {
    return picture(dot, json).of(slices.graph());
  }

  @Descriptor("draws one slice with all that it depends on and all that depends on it")
  @Examples("slice:graph core.server")
  public GraphPicture graph(
      @Descriptor("write it for Graphviz")
          @Parameter(names = "--dot", presentValue = "true", absentValue = "false")
          boolean dot,
      @Descriptor("write it as JSON")
          @Parameter(names = "--json", presentValue = "true", absentValue = "false")
          boolean json,
      @Descriptor("its name") @Completes(Kind.SLICE) String name) {
    return picture(dot, json).of(Neighbourhood.of(find(name).name(), slices.graph()));
  }

  private GraphPicture.Frame picture(boolean dot, boolean json) {
    GraphPicture.Form form =
        dot ? GraphPicture.Form.DOT : json ? GraphPicture.Form.JSON : GraphPicture.Form.DRAWING;
    return new GraphPicture.Frame(
        form, slices.list().stream().collect(toMap(SliceReport::name, SliceReport::state)));
  }

  private SliceReport find(String name) {
    return byName(name).orElseThrow(() -> new ProblemException(unknown(name)));
  }

  private Optional<SliceReport> byName(String name) {
    try {
      return slices.find(new SliceName(name));
    } catch (IllegalArgumentException e) {
      throw new ProblemException(unknown(name), e);
    }
  }

  private Problem unknown(String name) {
    List<String> known = slices.list().stream().map(s -> s.name().value()).toList();
    return Problem.error("HS-SHELL-005", "there is no slice '" + name + "'")
        .advising(Candidates.advice(name, known, "slice:list lists all of them"));
  }
}
