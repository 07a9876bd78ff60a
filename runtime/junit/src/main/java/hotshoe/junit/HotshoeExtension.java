package hotshoe.junit;

import hotshoe.caller.Audit;
import hotshoe.caller.Roles;
import hotshoe.caller.Users;
import hotshoe.configuration.Configuration;
import hotshoe.extension.Extensions;
import hotshoe.operation.Operations;
import hotshoe.resource.Resources;
import hotshoe.runtime.Hotshoe;
import hotshoe.runtime.HotshoeBuilder;
import hotshoe.setting.Settings;
import hotshoe.slice.Slices;
import hotshoe.status.Status;
import hotshoe.task.Tasks;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts a host before the tests of a class and stops it after them, in folders of its own.
 *
 * <pre>{@code
 * class HelloTest {
 *   @RegisterExtension
 *   static final HotshoeExtension hotshoe =
 *       HotshoeExtension.deploying(Path.of("target/hello.jar")).option("extensions.hello.greeting", "Hi");
 *
 *   @Test
 *   void it_is_up(Slices slices) { ... }
 * }
 * }</pre>
 *
 * <p>Tests get {@link Hotshoe} and the services of the API as parameters. Without archives and
 * options, {@code @ExtendWith(HotshoeExtension.class)} does as well.
 */
public final class HotshoeExtension
    implements BeforeAllCallback, AfterAllCallback, ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(HotshoeExtension.class);

  private static final Set<Class<?>> SERVICES =
      Set.of(
          Extensions.class,
          Slices.class,
          Status.class,
          Configuration.class,
          Operations.class,
          Tasks.class,
          Settings.class,
          Resources.class,
          Users.class,
          Roles.class,
          Audit.class);

  private final UnaryOperator<HotshoeBuilder> plan;

  /** An empty host. */
  public HotshoeExtension() {
    this(builder -> builder);
  }

  private HotshoeExtension(UnaryOperator<HotshoeBuilder> plan) {
    this.plan = plan;
  }

  /** A host in which these archives are deployed. */
  public static HotshoeExtension deploying(Path... archives) {
    return new HotshoeExtension(
        builder -> {
          for (Path archive : archives) {
            builder.deploy(archive);
          }
          return builder;
        });
  }

  /** The same host with this option. */
  public HotshoeExtension option(String key, Object value) {
    return with(builder -> builder.option(key, value));
  }

  /** The same host, changed in any way that the builder offers. */
  public HotshoeExtension with(UnaryOperator<HotshoeBuilder> change) {
    return new HotshoeExtension(builder -> change.apply(plan.apply(builder)));
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    context.getStore(NAMESPACE).put(Hotshoe.class, plan.apply(Hotshoe.builder()).start());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    context.getStore(NAMESPACE).remove(Hotshoe.class, Hotshoe.class).close();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Hotshoe.class || SERVICES.contains(type);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Hotshoe hotshoe = context.getStore(NAMESPACE).get(Hotshoe.class, Hotshoe.class);
    Class<?> type = parameter.getParameter().getType();
    return type == Hotshoe.class ? hotshoe : hotshoe.require(type);
  }
}
