package hotshoe.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test method its {@link Home}, ends the processes when the method has ended, and prints
 * what they said when it failed. The folders stay under {@code target/homes} for a look.
 */
public final class Homes implements ParameterResolver, AfterTestExecutionCallback {
  private static final Namespace NAMESPACE = Namespace.create(Homes.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Home.class;
  }

  @Override
  public Home resolveParameter(ParameterContext parameter, ExtensionContext context) {
    String name =
        context.getRequiredTestClass().getSimpleName() + "-" + context.getUniqueId().hashCode();
    Path folder = Build.folder().resolve("homes").resolve(name);
    Home home =
        Home.attempt(
            () -> {
              deleteAll(folder);
              Files.createDirectories(folder);
              Files.writeString(folder.resolve("test.txt"), context.getUniqueId());
              return new Home(folder);
            });
    context.getStore(NAMESPACE).put(Home.class, home);
    return home;
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    Home home = context.getStore(NAMESPACE).get(Home.class, Home.class);
    if (home == null) {
      return;
    }
    home.close();
    if (context.getExecutionException().isPresent()) {
      System.err.println(context.getDisplayName() + " failed in " + home.folder());
      System.err.println(home.everythingPrinted());
    }
  }

  static void deleteAll(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> content = Files.walk(folder)) {
        for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
