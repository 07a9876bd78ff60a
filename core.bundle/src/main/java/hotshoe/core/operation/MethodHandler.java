package hotshoe.core.operation;

import hotshoe.operation.Invocation;
import hotshoe.operation.OperationHandler;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.List;

/**
 * Calls a method; what it throws comes out as it is.
 *
 * @param method takes an array of arguments and returns an object
 * @param arguments how to make each argument
 * @param toPlain how to make a value of ours of what it returns
 */
record MethodHandler(MethodHandle method, List<Argument> arguments, JavaType.Conversion toPlain)
    implements OperationHandler {

  /** Makes one argument of a call. */
  @FunctionalInterface
  interface Argument {
    Object of(Invocation invocation);
  }

  static MethodHandler of(
      Method method, Object component, List<Argument> arguments, JavaType.Conversion toPlain) {
    try {
      method.setAccessible(true);
      MethodHandle handle =
          MethodHandles.lookup()
              .unreflect(method)
              .bindTo(component)
              .asFixedArity()
              .asSpreader(Object[].class, arguments.size())
              .asType(MethodType.methodType(Object.class, Object[].class));
      return new MethodHandler(handle, List.copyOf(arguments), toPlain);
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new IllegalArgumentException("it cannot be reached: " + e.getMessage(), e);
    }
  }

  @Override
  public Object call(Invocation invocation) throws Exception {
    Object[] values = new Object[arguments.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = arguments.get(i).of(invocation);
    }
    Object result = invoke(values);
    // null: what a method without a result returns, which Values reads as nothing
    return result == null ? null : toPlain.of(result);
  }

  private Object invoke(Object[] values) throws Exception {
    try {
      return (Object) method.invokeExact(values);
    } catch (Exception | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
