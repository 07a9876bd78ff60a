package hotshoe.core.operation;

import hotshoe.problem.ProblemException;
import hotshoe.type.Field;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A Java record as named fields, and back. */
record RecordForm(
    String type,
    MethodHandle constructor,
    List<MethodHandle> getters,
    List<Field> fields,
    List<JavaType> parts) {

  static RecordForm of(Class<?> type, List<Field> fields, List<JavaType> parts) {
    try {
      RecordComponent[] components = type.getRecordComponents();
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      List<MethodHandle> getters = new ArrayList<>();
      for (RecordComponent component : components) {
        component.getAccessor().setAccessible(true);
        getters.add(MethodHandles.lookup().unreflect(component.getAccessor()));
      }
      return new RecordForm(
          type.getSimpleName(),
          MethodHandles.lookup().unreflectConstructor(constructor),
          getters,
          fields,
          parts);
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new IllegalArgumentException(
          "the record " + type.getSimpleName() + " cannot be reached: " + e.getMessage(), e);
    }
  }

  /** The record of these fields. What its constructor refuses is a fault of the arguments. */
  Object toJava(Object canonical) {
    Map<?, ?> values = (Map<?, ?>) canonical;
    Object[] arguments = new Object[parts.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = parts.get(i).toJava().of(values.get(fields.get(i).name()));
    }
    try {
      return constructor.invokeWithArguments(arguments);
    } catch (IllegalArgumentException | NullPointerException refused) {
      throw new ProblemException(OperationProblems.unfitRecord(type), refused);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  Object toPlain(Object java) {
    Map<String, Object> plain = new LinkedHashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      Object value = read(getters.get(i), java);
      plain.put(fields.get(i).name(), value == null ? null : parts.get(i).toPlain().of(value));
    }
    return plain;
  }

  private static Object read(MethodHandle getter, Object java) {
    try {
      return getter.invoke(java);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
