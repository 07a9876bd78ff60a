package hotshoe.karaf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.security.PrivilegedExceptionAction;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;

/** One command of Karaf's shell; runs in Karaf. */
final class ShellCommand {

  private ShellCommand() {}

  /** What the shell prints. */
  static String run(Object shell, String command) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      Session session =
          ((SessionFactory) shell).create(new ByteArrayInputStream(new byte[0]), out, out);
      Subject.doAs(
          administrator(), (PrivilegedExceptionAction<Object>) () -> session.execute(command));
      session.close();
    } catch (Exception failure) {
      return printed.toString(StandardCharsets.UTF_8) + failure;
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  /** Karaf shows commands that install something to administrators only. */
  private static Subject administrator() throws ReflectiveOperationException {
    Principal role =
        (Principal)
            ClassLoader.getSystemClassLoader()
                .loadClass("org.apache.karaf.jaas.boot.principal.RolePrincipal")
                .getConstructor(String.class)
                .newInstance("admin");
    return new Subject(true, Set.of(role), Set.of(), Set.of());
  }
}
