package hotshoe.cloudstack.registry;

import hotshoe.cloudstack.mapping.Mapping;
import hotshoe.cloudstack.mapping.Mappings;
import hotshoe.cloudstack.registry.RegistryProblems.Use;
import hotshoe.configuration.Configuration;
import hotshoe.extension.ExportedArchive;
import hotshoe.extension.ExtensionName;
import hotshoe.problem.ProblemException;
import hotshoe.resource.Resource;
import hotshoe.resource.Resources;
import hotshoe.type.Ref;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Deletes extensions that nothing uses (row CS-14). The folder of their files and their payloads go
 * with them on every node that follows the record of what is installed (row CS-15).
 */
@Component(service = Departures.class)
public final class Departures {

  private static final String TEMPLATE = "Template";

  private final Workshop workshop;
  private final Mappings mappings;
  private final Resources resources;
  private final Path data;

  /** Deletes what is made there. */
  @Activate
  public Departures(
      @Reference Configuration configuration,
      @Reference Workshop workshop,
      @Reference Mappings mappings,
      @Reference Resources resources) {
    this.data = configuration.path("data");
    this.workshop = workshop;
    this.mappings = mappings;
    this.resources = resources;
  }

  /**
   * Deletes one.
   *
   * @param cleanup whether nothing of it stays
   * @return what stays of it, below the folder for data
   * @throws ProblemException that tells all that keeps it from being deleted
   */
  Optional<String> of(Registered leaving, boolean cleanup) throws IOException {
    if (!leaving.isUserDefined()) {
      throw new ProblemException(RegistryProblems.builtIn(leaving));
    }
    List<Use> uses = uses(leaving);
    if (!uses.isEmpty()) {
      throw new ProblemException(RegistryProblems.inUse(leaving.name(), uses));
    }
    Optional<String> kept = cleanup ? Optional.empty() : Optional.of(kept(leaving.name()));
    workshop.remove(leaving.name(), !cleanup);
    return kept;
  }

  private List<Use> uses(Registered leaving) {
    List<Use> uses = new ArrayList<>();
    List<Ref> mapped = mappings.of(leaving.name()).stream().map(Mapping::resource).toList();
    if (!mapped.isEmpty()) {
      uses.add(Use.mapped(mapped));
    }
    int actions = leaving.manifest().actions().size();
    if (actions > 0) {
      uses.add(Use.actions(actions, leaving.byHand()));
    }
    List<Ref> templates = templates(leaving.name());
    if (!templates.isEmpty()) {
      uses.add(Use.templates(templates));
    }
    return uses;
  }

  private List<Ref> templates(ExtensionName name) {
    return resources.list(TEMPLATE).stream()
        .filter(
            template ->
                template.extension().equals(Optional.of(name))
                    || template.reveal("extension").equals(Optional.of(name.value())))
        .map(Resource::ref)
        .toList();
  }

  /** Its archive, beside what it wrote itself: whoever installs it again has all back. */
  private String kept(ExtensionName name) throws IOException {
    ExportedArchive archive = workshop.archive(name);
    String place = "own/" + name + "/" + archive.fileName();
    try (var bytes = archive.bytes()) {
      Path file = data.resolve(place);
      Files.createDirectories(file.getParent());
      Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
      return place;
    } catch (IOException failure) {
      throw new ProblemException(RegistryProblems.notKept(name, failure));
    }
  }
}
