package hotshoe.cloudstack;

import hotshoe.archive.BundleForm;
import hotshoe.archive.ComponentForm;
import hotshoe.archive.Contents;
import hotshoe.archive.Descriptor;
import hotshoe.archive.SemanticVersions;
import hotshoe.cloudstack.confinement.Declared;
import hotshoe.cloudstack.network.NetworkCommand;
import hotshoe.cloudstack.network.NetworkCommands;
import hotshoe.extension.ExtensionName;
import hotshoe.operation.OperationProvider;
import hotshoe.process.Confinement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The bundle of an extension: its files, and one component for each of its operations. */
record BundleParts(Descriptor descriptor, Manifest manifest, Contents files) {

  private static final String PACKAGE = Entrypoints.class.getPackageName();

  private static final List<Class<?>> NETWORK = List.of(Entrypoints.class, NetworkRuns.class);

  BundleForm form() {
    String program =
        BundleForm.FILES + files.link(manifest.entrypoint()).orElse(manifest.entrypoint());
    return BundleForm.of(descriptor)
        .withHeaders(headers())
        .withComponents(components(), Map.of(PACKAGE, "[1.0,2)"))
        .carrying(files, BundleForm.FILES)
        .withPrograms(List.of(program))
        .withTexts(
            Map.of("OSGI-INF/metatype/limits.xml", Declared.options(descriptor.name().value())));
  }

  /** What the manifest says of the whole can be seen in the bundle afterwards. */
  private Map<String, String> headers() {
    Given given = manifest.given();
    Map<String, String> headers = new TreeMap<>();
    headers.put(ExtensionName.HEADER, descriptor.name().value());
    headers.put("Bundle-Name", descriptor.title());
    headers.put("Bundle-Description", descriptor.description());
    headers.put("Bundle-Vendor", given.text("metadata", "maintainer"));
    headers.put("CloudStack-Name", given.text("metadata", "name"));
    headers.put("CloudStack-Version", SemanticVersions.text(descriptor.version()));
    headers.put("CloudStack-Type", given.text("spec", "type"));
    headers.put("CloudStack-Homepage", given.text("metadata", "homepage"));
    headers.put("CloudStack-Source", given.text("source", "url"));
    headers.put("CloudStack-Entrypoint", manifest.entrypoint());
    headers.put(Confinement.HEADER, manifest.confinement().header());
    headers.put("CloudStack-Prepare", manifest.requiresPrepare() ? "true" : "");
    headers.values().removeIf(String::isBlank);
    return headers;
  }

  private List<ComponentForm> components() {
    List<ComponentForm> components = new ArrayList<>();
    if (manifest.isOrchestrator()) {
      for (Verb verb : Verb.values()) {
        components.add(verb(verb));
      }
    } else {
      NetworkCommands.of(manifest.services()).forEach(known -> components.add(command(known)));
    }
    List<Action> actions = manifest.parsedActions();
    for (int i = 0; i < actions.size(); i++) {
      components.add(action(i, actions.get(i), manifest.actions().get(i)));
    }
    return components;
  }

  private ComponentForm verb(Verb verb) {
    Map<String, Object> properties = common();
    properties.put(Keys.VERB, verb.word());
    boolean deploys = verb == Verb.CREATE || verb == Verb.START;
    if (deploys && manifest.requiresPrepare()) {
      properties.put(Keys.PREPARE, true);
    }
    if (deploys && manifest.wantsDeploy()) {
      properties.put(Keys.DEPLOY, Verb.DEPLOY);
    }
    return component("verb." + verb.word(), LifecycleVerb.class, properties);
  }

  private ComponentForm command(NetworkCommand known) {
    Map<String, Object> properties = common();
    properties.put(Keys.COMMAND, known.word());
    return component("command." + known.word(), NetworkVerb.class, NETWORK, properties);
  }

  private ComponentForm action(int index, Action action, Given given) {
    Map<String, Object> properties = common();
    properties.put(Keys.ACTION, action.name());
    properties.put(Keys.ENABLED, action.enabled());
    properties.put(Keys.TIMEOUT, action.timeout());
    properties.put(Keys.ROLES, action.roles());
    Optional.of(action.resourceType())
        .filter(type -> !type.isEmpty())
        .ifPresent(type -> properties.put(Keys.RESOURCE_TYPE, type));
    properties.put(Keys.DESCRIPTION, Json.text(ActionType.ACTION, given.value()));
    String name = "action.%02d.%s".formatted(index + 1, action.name().replace(' ', '_'));
    String shortened = name.substring(0, Math.min(name.length(), 200));
    return manifest.isOrchestrator()
        ? component(shortened, CustomAction.class, properties)
        : component(shortened, NetworkAction.class, NETWORK, properties);
  }

  private static ComponentForm component(
      String name, Class<?> implementation, Map<String, Object> properties) {
    return component(name, implementation, List.of(Entrypoints.class), properties);
  }

  private static ComponentForm component(
      String name, Class<?> implementation, List<Class<?>> needs, Map<String, Object> properties) {
    return new ComponentForm(
        name,
        implementation.getName(),
        List.of(OperationProvider.class.getName()),
        needs.stream().map(need -> new ComponentForm.Reference(need.getName())).toList(),
        properties);
  }

  /** What every operation has to know: whose it is, what is run, and what that is given. */
  private Map<String, Object> common() {
    Map<String, Object> properties = new TreeMap<>();
    properties.put(Keys.EXTENSION, descriptor.name().value());
    properties.put(Keys.TYPE, manifest.given().text("spec", "type"));
    properties.put(Keys.ENTRYPOINT, manifest.entrypoint());
    properties.put(Keys.DETAILS, Json.text(manifest.details()));
    return properties;
  }
}
