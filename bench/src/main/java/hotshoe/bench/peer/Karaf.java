package hotshoe.bench.peer;

import hotshoe.bench.Jdk;
import hotshoe.bench.ProcessRun;
import hotshoe.bench.Workplace;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/**
 * A private copy of Apache Karaf as it is shipped, started by its own script: ports moved, loopback
 * only, one small bundle added that says when it is up.
 *
 * @param home the copy
 */
public record Karaf(Path home) {

  private static final Pattern READY = Pattern.compile("karaf ready");
  private static final String PROBE = "hotshoe/bench/peer/KarafProbe.class";

  /** Makes the copy. */
  public static Karaf copy(Workplace workplace) throws IOException {
    Path distribution = workplace.peers().resolve("apache-karaf-4.4.10");
    Karaf karaf = new Karaf(workplace.fresh("karaf").resolve("karaf"));
    Workplace.copyTree(distribution, karaf.home);
    karaf.settle();
    return karaf;
  }

  private void settle() throws IOException {
    replace("org.apache.karaf.shell.cfg", "sshPort = 8101", "sshPort = 28101");
    replace("org.apache.karaf.shell.cfg", "sshHost = 0.0.0.0", "sshHost = 127.0.0.1");
    replace("org.apache.karaf.management.cfg", "rmiRegistryPort = 1099", "rmiRegistryPort = 21099");
    replace("org.apache.karaf.management.cfg", "rmiServerPort = 44444", "rmiServerPort = 24444");
    Path folder = home.resolve("system/bench/probe/1.0.0");
    Files.createDirectories(folder);
    writeProbe(folder.resolve("probe-1.0.0.jar"));
    Files.writeString(
        home.resolve("etc/startup.properties"),
        "\nmvn\\:bench/probe/1.0.0 = 50\n",
        StandardOpenOption.APPEND);
  }

  private void replace(String file, String before, String after) throws IOException {
    Path path = home.resolve("etc").resolve(file);
    String text = Files.readString(path);
    if (!text.contains(before)) {
      throw new IOException(file + " holds no '" + before + "'");
    }
    Files.writeString(path, text.replace(before, after));
  }

  private static void writeProbe(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", "bench.probe");
    main.putValue("Bundle-Version", "1.0.0");
    main.putValue("Bundle-Activator", KarafProbe.class.getName());
    main.putValue("Import-Package", "org.osgi.framework,org.osgi.framework.startlevel");
    try (InputStream code = Karaf.class.getClassLoader().getResourceAsStream(PROBE);
        OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      out.putNextEntry(new ZipEntry(PROBE));
      code.transferTo(out);
    }
  }

  /** Forgets everything that earlier starts left behind. */
  public void forget() throws IOException {
    Workplace.deleteTree(home.resolve("data"));
    Files.createDirectories(home.resolve("data/tmp"));
  }

  /** One start as a service. */
  public ProcessRun start(Jdk jdk) {
    return new ProcessRun(
        List.of(home.resolve("bin/karaf").toString(), "server"),
        home,
        Map.of("JAVA_HOME", jdk.home().toString(), "CHECK_ROOT_INSTANCE_RUNNING", "false"),
        READY);
  }
}
