package hotshoe.core.operation;

import hotshoe.caller.Access;
import hotshoe.caller.Access.KeyAccess;
import hotshoe.extension.ExtensionName;
import hotshoe.operation.Invocation;
import hotshoe.operation.Operation;
import hotshoe.operation.OperationDescription;
import hotshoe.operation.OperationDescription.DeclaredError;
import hotshoe.operation.OperationDescription.Lifecycle;
import hotshoe.operation.OperationDescription.Messages;
import hotshoe.operation.OperationName;
import hotshoe.operation.OperationProvider.Offer;
import hotshoe.operation.Parameter;
import hotshoe.type.Field;
import hotshoe.type.Type;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes operations of a component's annotated methods. */
final class MethodReader {

  /**
   * What was found.
   *
   * @param offers the operations
   * @param faults why a method is none, by class and method
   */
  record Reading(List<Offer> offers, Map<String, String> faults) {}

  private final ExtensionName extension;
  private final Method method;
  private final Operation annotation;
  private final List<Field> fields = new ArrayList<>();
  private final List<KeyAccess> keys = new ArrayList<>();
  private final List<MethodHandler.Argument> arguments = new ArrayList<>();

  private MethodReader(ExtensionName extension, Method method, Operation annotation) {
    this.extension = extension;
    this.method = method;
    this.annotation = annotation;
  }

  static Reading read(Object component, ExtensionName extension) {
    List<Offer> offers = new ArrayList<>();
    Map<String, String> faults = new LinkedHashMap<>();
    Method[] methods = component.getClass().getMethods();
    Arrays.sort(methods, Comparator.comparing(Method::getName).thenComparing(Method::toString));
    for (Method method : methods) {
      Operation annotation = method.getAnnotation(Operation.class);
      if (annotation != null && !method.isBridge()) {
        try {
          offers.add(new MethodReader(extension, method, annotation).offer(component));
        } catch (IllegalArgumentException | LinkageError | TypeNotPresentException e) {
          faults.put(
              component.getClass().getName() + "." + method.getName(),
              String.valueOf(e.getMessage()));
        }
      }
    }
    return new Reading(offers, faults);
  }

  private Offer offer(Object component) {
    for (java.lang.reflect.Parameter parameter : method.getParameters()) {
      parameter(parameter);
    }
    JavaType result = new JavaTypes().of(method.getGenericReturnType());
    OperationDescription description = description(result.type());
    return new Offer(description, MethodHandler.of(method, component, arguments, result.toPlain()));
  }

  private void parameter(java.lang.reflect.Parameter parameter) {
    if (parameter.getType() == Invocation.class) {
      arguments.add(invocation -> invocation);
      return;
    }
    Optional<Parameter> by = JavaTypes.annotation(parameter);
    if (!parameter.isNamePresent() && by.map(Parameter::name).orElse("").isEmpty()) {
      throw new IllegalArgumentException(
          "its parameters have no names; compile with -parameters or name them");
    }
    JavaType type = new JavaTypes().of(parameter.getParameterizedType(), by);
    Field field = JavaTypes.Narrowing.field(parameter.getName(), type.type(), by);
    fields.add(field);
    String name = field.name();
    arguments.add(invocation -> type.toJava().of(invocation.arguments().get(name)));
    by.filter(it -> it.roles().length > 0)
        .ifPresent(it -> keys.add(new KeyAccess(name, "", Set.of(it.roles()))));
  }

  private OperationDescription description(Type result) {
    String name = annotation.name().isEmpty() ? method.getName() : annotation.name();
    return new OperationDescription(
        new OperationName(extension, name),
        annotation.title().isEmpty() ? name : annotation.title(),
        annotation.description(),
        fields,
        result,
        Arrays.stream(annotation.errors()).map(MethodReader::error).toList(),
        new Access(Set.of(annotation.roles()), keys),
        Optional.of(annotation.resourceKind()).filter(kind -> !kind.isEmpty()),
        annotation.limit() == 0
            ? Optional.empty()
            : Optional.of(Duration.ofSeconds(annotation.limit())),
        Set.of(annotation.traits()),
        lifecycle(),
        new Messages(annotation.success(), annotation.failure()));
  }

  private static DeclaredError error(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? new DeclaredError(text.trim(), List.of(), "")
        : new DeclaredError(
            text.substring(0, colon).trim(), List.of(), text.substring(colon + 1).trim());
  }

  private Lifecycle lifecycle() {
    String text = annotation.deprecated();
    int colon = text.indexOf(':');
    return colon < 0
        ? new Lifecycle(annotation.since(), text.trim(), "", "")
        : new Lifecycle(
            annotation.since(),
            text.substring(0, colon).trim(),
            "",
            text.substring(colon + 1).trim());
  }
}
