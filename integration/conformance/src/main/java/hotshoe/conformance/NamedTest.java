package hotshoe.conformance;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.platform.engine.UniqueId.Segment;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * A test as people name it, and the rows that it says it proves.
 *
 * @param testClass the full name of the class that holds it
 * @param sentence its display name, or its method's name in words
 * @param rows the rows, from the method or field, its class and the classes around it; may be empty
 */
record NamedTest(String testClass, String sentence, Set<String> rows) {

  static Optional<NamedTest> of(TestIdentifier test, TestPlan plan) {
    return method(test).map(method -> fromMethod(test, plan, method)).or(() -> fromField(test));
  }

  private static Optional<MethodSource> method(TestIdentifier test) {
    return test.getSource().filter(MethodSource.class::isInstance).map(MethodSource.class::cast);
  }

  private static NamedTest fromMethod(TestIdentifier test, TestPlan plan, MethodSource source) {
    Class<?> owner = source.getJavaClass();
    String name = source.getMethodName();
    Stream<Method> methods = methods(owner).filter(method -> method.getName().equals(name));
    Predicate<MethodSource> same =
        other ->
            other.getMethodName().equals(name)
                && other.getClassName().equals(source.getClassName());
    TestIdentifier named =
        plan.getParent(test).filter(parent -> method(parent).filter(same).isPresent()).orElse(test);
    return new NamedTest(
        owner.getName(), sentence(named.getDisplayName(), name), rows(methods, owner));
  }

  /**
   * ArchUnit's rules are fields; their source is of a type of its own, but the identity says it
   * all.
   */
  private static Optional<NamedTest> fromField(TestIdentifier test) {
    return segment(test, "field")
        .flatMap(
            field ->
                segment(test, "class")
                    .flatMap(NamedTest::find)
                    .map(owner -> fromField(owner, field)));
  }

  private static NamedTest fromField(Class<?> owner, String name) {
    var fields =
        Arrays.stream(owner.getDeclaredFields()).filter(field -> field.getName().equals(name));
    return new NamedTest(owner.getName(), words(name), rows(fields, owner));
  }

  private static Optional<String> segment(TestIdentifier test, String type) {
    return test.getUniqueIdObject().getSegments().stream()
        .filter(segment -> segment.getType().equals(type))
        .map(Segment::getValue)
        .findFirst();
  }

  private static Optional<Class<?>> find(String name) {
    try {
      return Optional.of(
          Class.forName(name, false, Thread.currentThread().getContextClassLoader()));
    } catch (ClassNotFoundException notAClassOfTheTests) {
      return Optional.empty();
    }
  }

  private static Stream<Method> methods(Class<?> owner) {
    Stream<Class<?>> lineage = Stream.iterate(owner, type -> type != null, Class::getSuperclass);
    return lineage.flatMap(type -> Arrays.stream(type.getDeclaredMethods()));
  }

  private static Set<String> rows(Stream<? extends AnnotatedElement> members, Class<?> owner) {
    Stream<Class<?>> around = Stream.iterate(owner, type -> type != null, Class::getEnclosingClass);
    Set<String> rows = new TreeSet<>();
    Stream.concat(members, around)
        .map(element -> element.getAnnotation(Proves.class))
        .filter(proves -> proves != null)
        .forEach(proves -> rows.addAll(Arrays.asList(proves.value())));
    return rows;
  }

  private static String sentence(String displayName, String methodName) {
    boolean plain = displayName.equals(methodName) || displayName.startsWith(methodName + "(");
    return plain ? words(methodName) : displayName;
  }

  /**
   * {@code aSliceInAThread} and {@code a_slice_in_a_thread} become {@code a slice in a thread};
   * YAML stays YAML.
   */
  private static String words(String name) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      boolean begins = beginsWord(name, i);
      boolean small = begins && (!isUpper(name, i + 1) || beginsWord(name, i + 1));
      words
          .append(begins ? " " : "")
          .append(small ? Character.toLowerCase(name.charAt(i)) : name.charAt(i));
    }
    return words.toString().replace('_', ' ').replaceAll(" +", " ").strip();
  }

  private static boolean beginsWord(String name, int at) {
    return at > 0 && isUpper(name, at) && (!isUpper(name, at - 1) || isLower(name, at + 1));
  }

  private static boolean isUpper(String name, int at) {
    return at < name.length() && Character.isUpperCase(name.charAt(at));
  }

  private static boolean isLower(String name, int at) {
    return at < name.length() && Character.isLowerCase(name.charAt(at));
  }
}
