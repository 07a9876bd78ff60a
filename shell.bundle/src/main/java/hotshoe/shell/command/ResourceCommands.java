package hotshoe.shell.command;

import hotshoe.resource.Filter;
import hotshoe.resource.Resource;
import hotshoe.resource.Resources;
import hotshoe.shell.command.Completes.Kind;
import hotshoe.type.Ref;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The commands {@code res:*}: the things that operations act on. */
@Component(
    service = Object.class,
    property = {
      "osgi.command.scope=res",
      "osgi.command.function=list",
      "osgi.command.function=show"
    })
public class ResourceCommands implements Assistant {

  private static final int MOST = 500;

  private final Resources resources;

  @Activate
  public ResourceCommands(@Reference Resources resources) {
    this.resources = resources;
  }

  @Descriptor("lists the resources, or those of one kind")
  @Examples({"res:list", "res:list VirtualMachine", "res:list VirtualMachine --with web"})
  public Listing<Resource> list(
      CommandSession session,
      @Descriptor("with this text in the name, the identifier or a detail")
          @Parameter(names = "--with", absentValue = "")
          String words,
      @Descriptor("their kind") @Completes(Kind.RESOURCE_KIND) String... kind) {
    Resources own = resources.as(Dialogue.caller(session));
    List<Filter> filters =
        kind.length == 0
            ? List.of(Filter.ALL)
            : List.of(kind).stream().map(Filter.ALL::kind).toList();
    return new Listing<>(
        Resource.class,
        filters.stream().flatMap(f -> own.list(f.containing(words)).stream()).toList());
  }

  @Descriptor("tells all about a resource; secret details never")
  @Examples("res:show VirtualMachine:web-1")
  public Resource show(
      CommandSession session,
      @Descriptor("its kind and identifier, as KIND:ID; its name will do if it is the only one")
          @Completes(Kind.RESOURCE)
          String resource) {
    Resources own = resources.as(Dialogue.caller(session));
    return own.require(
        new Targets(own).read(resource, Optional.empty()).orElse(new Ref("", resource)));
  }

  @Override
  public Collection<Offer> offers(Kind kind, List<String> words, String begun) {
    return kind == Kind.RESOURCE_KIND
        ? resources.kinds().stream().map(k -> Offer.of(k, "")).toList()
        : resources.list(Filter.ALL).stream()
            .limit(MOST)
            .map(r -> Offer.of(r.ref().toString(), r.name()))
            .toList();
  }
}
