package hotshoe.karaf;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Runs in Karaf: each line of the process's input is a command of Karaf's shell, and what the shell
 * prints comes on its output, ended by a line. When the input ends, so does the process.
 */
public final class ShellBridge implements BundleActivator {

  static final String END = "== end of answer";
  private static final String FACTORY = "org.apache.karaf.shell.api.console.SessionFactory";

  @Override
  public void start(BundleContext context) {
    Thread thread = new Thread(() -> answer(context), "shell bridge");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void stop(BundleContext context) {
    // the thread ends with the process
  }

  /** The shell may come after this bundle, and its classes with it. */
  private static void answer(BundleContext context) {
    ServiceTracker<Object, Object> shells = new ServiceTracker<>(context, FACTORY, null);
    shells.open();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      Object shell = shells.waitForService(0);
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        System.out.println(ShellCommand.run(shell, line));
        System.out.println(END);
      }
    } catch (IOException | InterruptedException end) {
      System.out.println(end);
    } finally {
      Runtime.getRuntime().halt(0);
    }
  }
}
