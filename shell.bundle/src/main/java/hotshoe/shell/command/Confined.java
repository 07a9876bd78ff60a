package hotshoe.shell.command;

import hotshoe.configuration.Configuration;
import hotshoe.configuration.Value;
import hotshoe.extension.Extension;
import hotshoe.process.Confinement;
import hotshoe.process.ConfinementKey;
import hotshoe.process.Processes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** What the processes of extensions may take and see, as archives and the operator say. */
final class Confined {

  private final BundleContext context;
  private final Configuration configuration;

  Confined(BundleContext context, Configuration configuration) {
    this.context = context;
    this.configuration = configuration;
  }

  /** Each word with who says it, the operator's before the archive's. */
  List<String> words(Extension extension) {
    Map<ConfinementKey, String> said = new TreeMap<>();
    declared(extension).words().forEach((key, word) -> said.put(key, word + " (archive)"));
    configuration.valuesFor(extension.name()).forEach(value -> say(said, value));
    return said.entrySet().stream().map(it -> it.getKey().word() + " " + it.getValue()).toList();
  }

  private static void say(Map<ConfinementKey, String> said, Value value) {
    ConfinementKey.find(value.key())
        .ifPresent(key -> said.put(key, value.shown() + " (" + value.origin() + ")"));
  }

  /** What of it this system cannot do; nothing while nobody runs processes. */
  List<String> shortfalls(Extension extension) {
    try {
      Confinement confinement =
          declared(extension)
              .overruledBy(Confinement.written(configuration.valuesFor(extension.name())));
      return confinement.words().isEmpty() ? List.of() : asked(confinement);
    } catch (IllegalArgumentException unfit) {
      return List.of(String.valueOf(unfit.getMessage()));
    }
  }

  private List<String> asked(Confinement confinement) {
    ServiceReference<Processes> reference = context.getServiceReference(Processes.class);
    Optional<Processes> processes =
        Optional.ofNullable(reference).map(found -> context.getService(found));
    try {
      return processes.map(it -> confinement.shortfalls(it.support())).orElse(List.of());
    } finally {
      processes.ifPresent(it -> context.ungetService(reference));
    }
  }

  private Confinement declared(Extension extension) {
    Bundle bundle = context.getBundle(extension.bundle());
    return bundle == null
        ? Confinement.OPEN
        : Confinement.ofHeader(bundle.getHeaders("").get(Confinement.HEADER));
  }
}
