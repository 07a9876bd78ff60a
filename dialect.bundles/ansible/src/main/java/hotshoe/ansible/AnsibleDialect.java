package hotshoe.ansible;

import hotshoe.archive.BundleForm;
import hotshoe.archive.Capability;
import hotshoe.archive.ComponentForm;
import hotshoe.archive.Contents;
import hotshoe.archive.Description;
import hotshoe.archive.Description.NotUnderstood;
import hotshoe.archive.Description.Understood;
import hotshoe.archive.Descriptor;
import hotshoe.archive.Dialect;
import hotshoe.archive.DocumentReader;
import hotshoe.archive.Namespaces;
import hotshoe.archive.SemanticVersions;
import hotshoe.archive.Translation;
import hotshoe.extension.ExtensionName;
import hotshoe.inventory.InventoryProvider;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reads archives of Ansible inventories: a folder of inventory scripts and other sources becomes an
 * inventory with a name, and plugins in Python are run by the real Ansible.
 */
@Component
public final class AnsibleDialect implements Dialect {

  static final String NAME = "ansible";

  private final DocumentReader reader;

  /** A dialect that reads descriptions of collections with this. */
  @Activate
  public AnsibleDialect(@Reference DocumentReader reader) {
    this.reader = reader;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String mark() {
    return "a folder inventory, inventories or inventory_plugins, or inventory scripts alone";
  }

  @Override
  public boolean recognises(Contents contents) {
    return Sources.in(contents).areAnsible();
  }

  @Override
  public Description describe(String origin, Contents contents) {
    try {
      return described(origin, Sources.in(contents));
    } catch (ProblemException faulty) {
      return new NotUnderstood(faulty.problems());
    }
  }

  private Description described(String origin, Sources sources) {
    Identity identity = Identity.of(reader, origin, sources);
    new PackedNames(identity, sources).check(origin);
    List<Problem> warnings = new ArrayList<>();
    sources.unmarked().forEach(name -> warnings.add(AnsibleProblems.unmarked(origin, name)));
    return new Understood(descriptor(identity), warnings);
  }

  private static Descriptor descriptor(Identity identity) {
    String name = identity.name().value();
    Map<String, Object> offer = Map.of("name", name, "version", identity.version());
    return new Descriptor(
        identity.name(),
        identity.version(),
        NAME,
        BundleForm.symbolicName(NAME, identity.name()),
        name,
        identity.description(),
        true,
        List.of(),
        List.of(new Capability(Namespaces.EXTENSION, offer)));
  }

  @Override
  public Translation translate(Descriptor descriptor, Contents contents) {
    Sources sources = Sources.in(contents);
    String origin = descriptor.name() + "-" + SemanticVersions.text(descriptor.version());
    try {
      return new Translation.Bundle(
          form(descriptor, Identity.of(reader, origin, sources), sources));
    } catch (ProblemException faulty) {
      return new Translation.Impossible(faulty.problems());
    }
  }

  private static BundleForm form(Descriptor descriptor, Identity identity, Sources sources) {
    String folder = BundleForm.FILES + identity.collection();
    return BundleForm.of(descriptor)
        .withHeaders(headers(descriptor))
        .withComponents(
            components(new PackedNames(identity, sources)),
            Map.of(AnsibleDialect.class.getPackageName(), "[1.0,2)"))
        .carrying(sources.contents(), folder)
        .withPrograms(sources.unmarked().stream().map(name -> folder + name).toList());
  }

  private static Map<String, String> headers(Descriptor descriptor) {
    Map<String, String> headers = new TreeMap<>();
    headers.put(ExtensionName.HEADER, descriptor.name().value());
    headers.put("Bundle-Name", descriptor.title());
    headers.put("Bundle-Description", descriptor.description());
    headers.values().removeIf(String::isBlank);
    return headers;
  }

  private static List<ComponentForm> components(PackedNames names) {
    List<ComponentForm> components = new ArrayList<>();
    List<String> inventories = names.inventories();
    if (!inventories.isEmpty()) {
      Map<String, Object> properties = Map.of(PackedInventories.INVENTORIES, inventories);
      components.add(
          component(PackedInventories.class, InventoryProvider.class.getName(), properties));
    }
    List<String> plugins = names.plugins();
    if (!plugins.isEmpty()) {
      Map<String, Object> properties = Map.of(PythonPlugins.PLUGINS, plugins);
      components.add(component(PythonPlugins.class, PythonPlugins.class.getName(), properties));
    }
    return components;
  }

  private static ComponentForm component(
      Class<?> implementation, String service, Map<String, Object> properties) {
    return new ComponentForm(
        implementation.getSimpleName(),
        implementation.getName(),
        List.of(service),
        List.of(new ComponentForm.Reference(PackedFiles.class.getName())),
        properties);
  }
}
