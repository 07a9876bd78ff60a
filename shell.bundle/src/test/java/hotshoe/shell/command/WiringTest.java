package hotshoe.shell.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.shell.Shell;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

class WiringTest {

  @TempDir private Path folder;

  private Shell shell;
  private BundleContext context;
  private Wiring wiring;

  @BeforeEach
  void open() throws Exception {
    shell = new Shell(folder);
    context = shell.framework.getBundleContext();
    wiring = new Wiring(context);
  }

  @AfterEach
  void close() throws Exception {
    shell.close();
  }

  @Test
  void aNeedThatNobodyMeetsComesFirstAndIsMissing() throws Exception {
    Bundle waiting =
        install(
            "waiting",
            Map.of(
                "Import-Package",
                "org.osgi.framework;version=\"[1.8,2)\",org.example.absent;version=\"[1.0,2)\""));
    assertEquals(
        List.of(
            new Need("package org.example.absent [1.0.0,2.0.0)", "", false),
            new Need("package org.osgi.framework [1.8.0,2.0.0)", "the host", false)),
        wiring.needs(waiting.getBundleId()));
  }

  @Test
  void aNeedThatIsMetNamesWhoMeetsIt() throws Exception {
    install("giver", Map.of("Export-Package", "org.example.gift;version=1.2.3"));
    Bundle taker = install("taker", Map.of("Import-Package", "org.example.gift;version=\"1.0\""));
    taker.start();
    assertEquals(
        List.of(new Need("package org.example.gift 1.0.0 or later", "giver 1.0.0", false)),
        wiring.needs(taker.getBundleId()));
  }

  @Test
  void anUnmetOptionalNeedIsNotMissing() throws Exception {
    Bundle easy =
        install("easy", Map.of("Import-Package", "org.example.colour;resolution:=optional"));
    assertEquals(
        List.of(new Need("package org.example.colour", "", true)),
        wiring.needs(easy.getBundleId()));
    assertTrue(wiring.needs(easy.getBundleId()).stream().noneMatch(Need::isMissing));
  }

  @Test
  void otherNeedsAreToldInWordsAsWell() throws Exception {
    Bundle bundle =
        install(
            "needy",
            Map.of(
                "Require-Capability",
                "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=17))\","
                    + "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)"
                    + "(version>=1.5.0)(!(version>=2.0.0)))\","
                    + "odd;filter:=\"(x=y)\",odd"));
    assertEquals(
        List.of("odd", "odd (x=y)", "osgi.extender osgi.component [1.5.0,2.0.0)", "Java 17"),
        wiring.needs(bundle.getBundleId()).stream().map(Need::what).toList());
  }

  @Test
  void packagesAndServicesAreOffers() throws Exception {
    Bundle giver = install("giver", Map.of("Export-Package", "org.example.gift;version=1.2.3"));
    assertEquals(List.of("package org.example.gift 1.2.3"), wiring.offers(giver.getBundleId()));
    context.registerService(Runnable.class, () -> {}, null);
    assertTrue(wiring.offers(0).contains("service java.lang.Runnable"));
  }

  @Test
  void anExtensionWithoutABundleNeedsAndOffersNothingYet() {
    assertEquals(List.of(), wiring.needs(-1));
    assertEquals(List.of(), wiring.offers(-1));
  }

  private Bundle install(String name, Map<String, String> headers)
      throws IOException, BundleException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Bundle-ManifestVersion", "2");
    attributes.putValue("Bundle-SymbolicName", name);
    attributes.putValue("Bundle-Version", "1.0.0");
    headers.forEach(attributes::putValue);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new JarOutputStream(bytes, manifest).close();
    return context.installBundle(
        "hotshoe:" + name + ":0", new ByteArrayInputStream(bytes.toByteArray()));
  }
}
