package hotshoe.loader.wiring;

import java.util.Map;
import java.util.Optional;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.resource.Capability;
import org.osgi.resource.Namespace;
import org.osgi.resource.Requirement;

/** A requirement in words. Optional ones, and those of run time, are none. */
final class Need {

  private final Requirement requirement;
  private final FilterText filter;
  private final Kind kind;

  Need(Requirement requirement) {
    this.requirement = requirement;
    this.filter =
        new FilterText(
            requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, ""));
    this.kind = Kind.of(requirement.getNamespace());
  }

  /** Whether wiring cannot do without it. */
  static boolean isOne(Requirement requirement) {
    Map<String, String> directives = requirement.getDirectives();
    String resolution =
        directives.getOrDefault(
            Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE, Namespace.RESOLUTION_MANDATORY);
    String effective =
        directives.getOrDefault(
            Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE, Namespace.EFFECTIVE_RESOLVE);
    return resolution.equals(Namespace.RESOLUTION_MANDATORY)
        && effective.equals(Namespace.EFFECTIVE_RESOLVE);
  }

  Requirement requirement() {
    return requirement;
  }

  String namespace() {
    return requirement.getNamespace();
  }

  /** Its code among the problems. */
  String code() {
    return kind.code();
  }

  /** What is needed: {@code the package a.b, version 2.0.0 or later and before 3.0.0}. */
  String words() {
    return kind.words(namespace(), filter);
  }

  /** What somebody of this name, who has the need, can do. */
  String advice(String name) {
    return kind.advice(name, filter);
  }

  /** Whether it is about the Java platform, which nobody can drop into a folder. */
  boolean isJava() {
    return namespace().equals(ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE);
  }

  /** Whether it is about the bundle of which a fragment is a part. */
  boolean isHost() {
    return namespace().equals(HostNamespace.HOST_NAMESPACE);
  }

  /** The same need, whatever the version; empty when it does not name what it needs. */
  Optional<Requirement> inAnyVersion() {
    String attribute = kind.nameAttribute(namespace());
    return filter
        .valueOf(attribute)
        .map(name -> Question.filtered(namespace(), "(" + attribute + "=" + name + ")"));
  }

  /** What is offered instead, by somebody of this name. */
  String there(String provider, Capability offer) {
    return kind.there(provider, offer);
  }

  /** All that is offered instead, in one sentence. */
  String here(String all) {
    return kind.here(all);
  }

  /** That nobody offers it in any version. */
  String nothing(Offers offers) {
    return kind.nothing(
        filter,
        () ->
            offers.all(namespace()).stream()
                .filter(offer -> !NameTags.owners(offer.getResource(), offers).isEmpty())
                .toList());
  }
}
