package hotshoe.system;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.junitBundles;
import static org.ops4j.pax.exam.CoreOptions.systemPackages;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ops4j.pax.exam.Option;

/** The parts of which an in-framework test assembles its host. */
final class Assembly {
  private static final Pattern PACKAGE =
      Pattern.compile("(hotshoe[\\w.]+);[^,]*?version=\"([\\d.]+)");

  private Assembly() {}

  /** The framework with Declarative Services and, from the system bundle, the API. */
  static Option framework() {
    return composite(
        systemProperty("pax.exam.osgi.unresolved.fail").value("true"),
        systemProperty("org.ops4j.pax.logging.DefaultServiceLog.level").value("WARN"),
        systemPackages(exportedByTheSystemBundle()),
        bundles(
            "org.osgi.util.function",
            "org.osgi.util.promise",
            "org.osgi.service.component",
            "org.apache.felix.scr",
            "org.apache.felix.configadmin",
            "gson"),
        junitBundles());
  }

  /** Bundles of the host, or that the host needs. */
  static Option bundles(String... artifacts) {
    return composite(
        Stream.of(artifacts)
            .map(artifact -> bundle(Build.bundle(artifact).toUri().toString()))
            .toArray(Option[]::new));
  }

  /** Examples of this project. */
  static Option examples(String... names) {
    return composite(
        Stream.of(names)
            .map(name -> bundle(Build.example(name).toUri().toString()))
            .toArray(Option[]::new));
  }

  private static String[] exportedByTheSystemBundle() {
    List<String> packages = new ArrayList<>(packagesOfTheApi());
    for (String logging :
        List.of("org.slf4j", "org.slf4j.spi", "org.slf4j.helpers", "org.slf4j.event")) {
      packages.add(logging + ";version=2.0.17");
    }
    return packages.toArray(String[]::new);
  }

  /** The packages with the versions that the manifest of the API says. */
  private static List<String> packagesOfTheApi() {
    try {
      Enumeration<URL> manifests =
          Assembly.class.getClassLoader().getResources("META-INF/MANIFEST.MF");
      while (manifests.hasMoreElements()) {
        try (InputStream content = manifests.nextElement().openStream()) {
          var headers = new Manifest(content).getMainAttributes();
          if ("hotshoe.api".equals(headers.getValue("Bundle-SymbolicName"))) {
            return parse(headers.getValue("Export-Package"));
          }
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    throw new IllegalStateException("hotshoe.api is not on the class path as a jar");
  }

  private static List<String> parse(String exports) {
    List<String> packages = new ArrayList<>();
    Matcher matcher = PACKAGE.matcher(exports);
    while (matcher.find()) {
      packages.add(matcher.group(1) + ";version=" + matcher.group(2));
    }
    return packages;
  }
}
