package hotshoe.cloudstack;

import hotshoe.archive.Document;
import hotshoe.archive.DocumentCheck;
import hotshoe.archive.HostNeeds;
import hotshoe.archive.PlatformVersions;
import hotshoe.archive.Requirement;
import hotshoe.archive.SemanticVersions;
import hotshoe.cloudstack.network.DeclaredServices;
import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Version;

/** What must be true of a manifest beyond its type: all of it is looked at, all faults are kept. */
final class ManifestRules {

  private static final String CLOUDSTACK = "spec.compatibility.cloudstack.";

  private final Document document;
  private final Given manifest;
  private final List<Problem> problems = new ArrayList<>();

  ManifestRules(Document document, Given manifest) {
    this.document = document;
    this.manifest = manifest;
  }

  List<Problem> problems() {
    return problems;
  }

  /** The manifest; to be used when there are no problems. */
  Optional<Manifest> check() {
    Optional<ExtensionName> name = name();
    Optional<Version> version = version();
    String entrypoint = new EntrypointRules(this, manifest).path();
    List<Requirement> needs = new ArrayList<>();
    platform().map(PlatformVersions::requirement).ifPresent(needs::add);
    language().ifPresent(needs::add);
    needs.addAll(hostNeeds());
    spellings();
    prepareFlag();
    services();
    new ActionRules(this, manifest).check();
    return name.isEmpty() || version.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Manifest(
                name.get(),
                version.get(),
                manifest,
                entrypoint,
                eitherPlace("enabled").map(Boolean.class::cast).orElse(false),
                needs,
                manifest.records(actionsAt().split("\\."))));
  }

  /** Where the custom actions stand, if they do. */
  String actionsAt() {
    return manifest.find("customActions").isPresent() ? "customActions" : "spec.customActions";
  }

  private Optional<ExtensionName> name() {
    try {
      return Optional.of(
          new ExtensionName(EntrypointPath.folder(manifest.text("metadata", "name"))));
    } catch (IllegalArgumentException unfit) {
      fault("metadata.name", "must begin with a letter or a digit and have 200 characters at most");
      return Optional.empty();
    }
  }

  private Optional<Version> version() {
    try {
      return Optional.of(SemanticVersions.parse(manifest.text("metadata", "version")));
    } catch (IllegalArgumentException unfit) {
      fault("metadata.version", unfit.getMessage());
      return Optional.empty();
    }
  }

  private Optional<PlatformVersions> platform() {
    Optional<String> least = manifest.optional("spec", "compatibility", "cloudstack", "minVersion");
    Optional<String> most = manifest.optional("spec", "compatibility", "cloudstack", "maxVersion");
    boolean isLeast = isVersion(CLOUDSTACK + "minVersion", least);
    boolean isMost = isVersion(CLOUDSTACK + "maxVersion", most);
    return isLeast && isMost
        ? Optional.of(PlatformVersions.between(CloudStackDialect.NAME, least, most))
        : Optional.empty();
  }

  private boolean isVersion(String path, Optional<String> version) {
    try {
      PlatformVersions.between(CloudStackDialect.NAME, version, Optional.empty());
      return true;
    } catch (IllegalArgumentException unfit) {
      fault(path, unfit.getMessage());
      return false;
    }
  }

  private Optional<Requirement> language() {
    try {
      return manifest.optional("spec", "entrypoint", "language").flatMap(HostNeeds::language);
    } catch (IllegalArgumentException unfit) {
      fault("spec.entrypoint.language", "cannot be asked for: " + unfit.getMessage());
      return Optional.empty();
    }
  }

  private List<Requirement> hostNeeds() {
    Optional<HostNeeds> needs =
        manifest
            .find("spec", HostNeeds.KEY)
            .map(
                asked ->
                    HostNeeds.of(
                        CloudStackDialect.NAME,
                        document,
                        "spec." + HostNeeds.KEY,
                        (Map<?, ?>) asked));
    needs.ifPresent(read -> problems.addAll(read.problems()));
    return needs.map(HostNeeds::requirements).orElse(List.of());
  }

  /** What may stand in two places, or go by two names, says one thing (rows CS-27, CS-28). */
  private void spellings() {
    for (String key : List.of("enabled", "customActions")) {
      Optional<Object> top = manifest.find(key);
      Optional<Object> under = manifest.find("spec", key);
      if (top.isPresent() && under.isPresent() && !top.equals(under)) {
        fault(key, "stands here and under spec, and they differ");
      }
    }
    Optional<String> refs = manifest.optional("source", "refs");
    Optional<String> ref = manifest.optional("source", "ref");
    if (refs.isPresent() && ref.isPresent() && !refs.equals(ref)) {
      fault("source.ref", "and refs differ");
    }
  }

  private Optional<Object> eitherPlace(String key) {
    return manifest.find(key).or(() -> manifest.find("spec", key));
  }

  /** Only orchestrators prepare instances (row CS-9). */
  private void prepareFlag() {
    boolean isAsked = manifest.flag("spec", "orchestrator", "requiresPrepareVm");
    if (isAsked && !manifest.text("spec", "type").equals(ManifestType.ORCHESTRATOR)) {
      fault("spec.orchestrator.requiresPrepareVm", "goes with the type Orchestrator only");
    }
  }

  /** Services that are unknown are left out; capabilities that cannot be read are refused. */
  private void services() {
    if (manifest.text("spec", "type").equals(ManifestType.NETWORK_ORCHESTRATOR)) {
      String place = document.position("spec.details").in(document.origin());
      DeclaredServices.of(manifest.texts("spec", "details"))
          .problems()
          .forEach(problem -> problems.add(problem.at(place)));
    }
  }

  void fault(String path, String message) {
    problems.add(DocumentCheck.fault(document, path, message));
  }
}
