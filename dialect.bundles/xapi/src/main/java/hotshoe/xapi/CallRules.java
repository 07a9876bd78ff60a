package hotshoe.xapi;

import hotshoe.archive.SemanticVersions;
import hotshoe.caller.Access;
import hotshoe.caller.Access.KeyAccess;
import hotshoe.operation.OperationDescription.DeclaredError;
import hotshoe.operation.OperationDescription.Lifecycle;
import hotshoe.operation.OperationDescription.Trait;
import hotshoe.problem.Nearest;
import hotshoe.type.Field;
import hotshoe.type.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Version;

/**
 * Reads one call that fits its type, and checks what the types cannot say: the checks that XenAPI's
 * own model makes at its build, as far as they are about calls.
 */
final class CallRules {

  /** What the dispatcher answers itself, or takes off before it looks for a name. */
  private static final Set<String> RESERVED = Set.of("system", "Async", "InternalAsync");

  private static final List<String> ROLES =
      List.of(
          "read-only", "vm-operator", "vm-admin", "vm-power-admin", "pool-operator", "pool-admin");

  private final Faults faults;
  private final TypeDeclarations types;
  private final String path;
  private final String name;
  private final Given call;

  CallRules(Faults faults, TypeDeclarations types, String path, String name, Given call) {
    this.faults = faults;
    this.types = types;
    this.path = path;
    this.name = name;
    this.call = call;
  }

  /** The call; what is wrong with it is among the faults. */
  Call read() {
    if (RESERVED.contains(name.substring(0, name.indexOf('.')))) {
      faults.add(path, "is of a class that the host keeps to itself");
    }
    List<Field> parameters = parameters();
    mode(parameters);
    Type result =
        call.value("result").isEmpty()
            ? Type.nothing()
            : types.at(path + ".result.type", call.record("result").text("type"));
    faults.once(path + ".errors", "code", call.records("errors"));
    LifecycleRules life = new LifecycleRules(faults, path + ".lifecycle");
    Lifecycle lifecycle = life.read(call.records("lifecycle"));
    return new Call(
        name,
        doc(life),
        parameters,
        result,
        call.records("errors").stream().map(CallRules::error).toList(),
        access(parameters),
        traits(),
        call.value("limit").map(seconds -> Duration.ofSeconds((Long) seconds)),
        lifecycle);
  }

  private String doc(LifecycleRules life) {
    String result = call.record("result").text("doc").strip();
    String doc = call.text("doc").strip();
    return (doc.isEmpty() ? name : doc)
        + (result.isEmpty() ? "" : " Returns: " + result)
        + (life.isPrototype() ? " A prototype: it may change." : "");
  }

  private static DeclaredError error(Given error) {
    return new DeclaredError(
        error.text("code"), error.texts("parameters"), error.text("doc").strip());
  }

  private List<Field> parameters() {
    String all = path + ".parameters";
    List<Given> given = call.records("parameters");
    faults.once(all, "name", given);
    List<Field> fields = new ArrayList<>();
    boolean mayBeLeftOut = false;
    for (int i = 0; i < given.size(); i++) {
      String at = all + "[" + i + "]";
      Field field = faults.field(at, given.get(i), type(at, given.get(i)));
      if (mayBeLeftOut && field.isRequired()) {
        faults.add(
            at, "must be given and follows one that need not; give it a default or move it up");
      }
      mayBeLeftOut |= !field.isRequired();
      fields.add(field);
    }
    releases(all, given);
    return fields;
  }

  private Type type(String at, Given parameter) {
    Type type = types.at(at + ".type", parameter.text("type"));
    if (type instanceof Type.Nothing) {
      faults.add(at + ".type", "takes no value");
      return Type.any();
    }
    if (parameter.isTrue("secret") && !isText(type) && !(type instanceof Type.Secret)) {
      faults.add(at + ".secret", "goes with texts only");
    }
    boolean isSecret = parameter.isTrue("secret") || call.isTrue("secret");
    return isSecret && isText(type) ? Type.secret() : type;
  }

  private static boolean isText(Type type) {
    return type instanceof Type.Text;
  }

  /** Parameters that came later stand behind those that were there. */
  private void releases(String all, List<Given> given) {
    Optional<Version> latest = Optional.empty();
    for (int i = 0; i < given.size(); i++) {
      String at = all + "[" + i + "].since";
      String text = given.get(i).text("since");
      Optional<Version> since =
          text.isEmpty() ? Optional.empty() : faults.read(at, () -> SemanticVersions.parse(text));
      if (isBefore(since, latest)) {
        faults.add(at, "is before that of a parameter in front of it");
      }
      latest = since.isPresent() ? since : latest;
    }
  }

  private static boolean isBefore(Optional<Version> one, Optional<Version> other) {
    return one.isPresent()
        && other.isPresent()
        && SemanticVersions.ORDER.compare(one.get(), other.get()) < 0;
  }

  /** Where it runs, and whether without a session. */
  private void mode(List<Field> parameters) {
    boolean hasHost =
        parameters.stream()
            .anyMatch(
                field ->
                    field.name().equals("host")
                        && field.type() instanceof Type.Reference reference
                        && reference.kind().equals("host"));
    if (call.text("runs_on").equals("host") && !hasHost) {
      faults.add(path + ".runs_on", "host goes with a parameter host of the type host ref");
    }
    if (!call.isTrue("session") && call.isTrue("async")) {
      faults.add(path + ".async", "goes with a session only; say async: false");
    }
  }

  private Access access(List<Field> parameters) {
    if (call.isTrue("internal") && call.value("roles").isPresent()) {
      faults.add(path + ".roles", "and internal contradict each other");
    }
    if (!call.isTrue("internal") && call.value("roles").isEmpty()) {
      faults.add(path, "has no roles: say who may call it, or internal: true");
    }
    List<String> roles = call.texts("roles");
    roles(path + ".roles", roles);
    List<KeyAccess> keys = new ArrayList<>();
    List<Given> given = call.records("map_key_roles");
    for (int i = 0; i < given.size(); i++) {
      keys.add(key(path + ".map_key_roles[" + i + "]", given.get(i), parameters));
    }
    return new Access(Set.copyOf(roles), keys);
  }

  private KeyAccess key(String at, Given key, List<Field> parameters) {
    String parameter = key.text("parameter");
    boolean isMap =
        parameters.stream()
            .anyMatch(
                field -> field.name().equals(parameter) && field.type() instanceof Type.MapOf);
    if (!isMap) {
      List<String> names = parameters.stream().map(Field::name).toList();
      String near = Nearest.to(parameter, names);
      faults.add(
          at + ".parameter",
          "names no parameter that is a map"
              + (near.isEmpty() || near.equals(parameter) ? "" : "; did you mean '" + near + "'?"));
    }
    roles(at + ".roles", key.texts("roles"));
    return new KeyAccess(parameter, key.text("key"), Set.copyOf(key.texts("roles")));
  }

  /** Operators add roles of their own, so another name is only likely to be a slip. */
  private void roles(String at, List<String> roles) {
    for (String role : roles) {
      String near = Nearest.to(role, ROLES);
      if (!ROLES.contains(role) && !near.isEmpty()) {
        faults.add(XapiProblems.role(faults.place(at), role, near));
      }
    }
  }

  private Set<Trait> traits() {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    if (call.isTrue("hidden")) {
      traits.add(Trait.HIDDEN);
    }
    if (!call.isTrue("effect")) {
      traits.add(Trait.READ_ONLY);
    }
    return traits;
  }
}
