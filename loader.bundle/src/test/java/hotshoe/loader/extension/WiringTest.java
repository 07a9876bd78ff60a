package hotshoe.loader.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionState;
import hotshoe.loader.scripted.BundleJar;
import hotshoe.loader.scripted.Golden;
import hotshoe.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.FrameworkWiring;

/** Extensions that need each other, in a real framework. */
class WiringTest {

  @TempDir Path home;

  @Test
  void everyUnmetNeedIsSaidInWords() throws IOException {
    try (TestHost host = new TestHost(home)) {
      Path deploy = host.deploy;
      BundleJar.named("nobody").needs("org.nobody", "[2.0,3)").in(deploy, "a.jar");
      BundleJar.named("older").offers("org.io", "1.4.0").in(deploy, "b.jar");
      BundleJar.named("newer").needs("org.io", "[2.0,3)").in(deploy, "c.jar");
      BundleJar.named("offers")
          .offers("org.far", "1.0.0")
          .needs("org.nobody", "2.0")
          .in(deploy, "d.jar");
      BundleJar.named("chained").needs("org.far", "[1,2)").in(deploy, "e.jar");
      BundleJar.named("bundles")
          .header("Require-Bundle", "org.base;bundle-version=\"[3,4)\"")
          .in(deploy, "f.jar");
      BundleJar.named("younger")
          .header("Require-Bundle", "older;bundle-version=2.0")
          .in(deploy, "g.jar");
      BundleJar.named("part").header("Fragment-Host", "org.whole").in(deploy, "h.jar");
      BundleJar.named("java")
          .requires("osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\"")
          .in(deploy, "i.jar");
      BundleJar.named("mobile")
          .header("Bundle-RequiredExecutionEnvironment", "J2ME-9.9")
          .in(deploy, "j.jar");
      BundleJar.named("extender")
          .requires(
              "osgi.extender;filter:=\"(&(osgi.extender=osgi.spi)(version>=1.0)(!(version>=2.0)))\"")
          .in(deploy, "k.jar");
      BundleJar.named("contract")
          .requires("osgi.contract;filter:=\"(&(osgi.contract=Servlet)(version=3.1))\"")
          .in(deploy, "l.jar");
      BundleJar.named("strange")
          .requires("org.strange;filter:=\"(|(a=1)(b>=2))\"")
          .in(deploy, "m.jar");
      BundleJar.named("served")
          .requires("osgi.service;filter:=\"(objectClass=org.Served)\"")
          .in(deploy, "n.jar");
      BundleJar.named("fine")
          .mayUse("org.nobody")
          .requires("osgi.service;filter:=\"(objectClass=org.Served)\";effective:=active")
          .in(deploy, "o.jar");
      host.loader.start();
      assertEquals(ExtensionState.ACTIVE, host.extension("fine").state());
      Golden.check("needs.txt", sentences(host));
    }
  }

  private static List<String> sentences(TestHost host) {
    return host.loader.list().stream()
        .filter(extension -> extension.state() != ExtensionState.ACTIVE)
        .flatMap(extension -> extension.problems().stream())
        .map(Problem::sentence)
        .map(sentence -> sentence.replaceAll("this is Java \\d+", "this is Java N"))
        .toList();
  }

  @Test
  void aPackageThatWouldBeSeenTwiceIsSaid() throws IOException {
    try (TestHost host = TestHost.started(home)) {
      BundleJar.named("p-one").offers("p", "1.0.0").in(host.deploy, "p1.jar");
      host.await("p-one", ExtensionState.ACTIVE);
      BundleJar.named("q")
          .needs("p", "[1,2)")
          .offersUsing("q", "1.0.0", "p")
          .in(host.deploy, "q.jar");
      host.await("q", ExtensionState.ACTIVE);
      BundleJar.named("p-two").offers("p", "2.0.0").in(host.deploy, "p2.jar");
      host.await("p-two", ExtensionState.ACTIVE);
      BundleJar.named("torn").needs("p", "[2,3)").needs("q", "1.0").in(host.deploy, "torn.jar");
      Extension torn = host.await("torn", ExtensionState.WAITING);
      Golden.check("conflict.txt", torn.problems().stream().map(Problem::sentence).toList());
    }
  }

  @Test
  void whateverTheOrderAllAreActiveInTheEnd() {
    List<BundleJar> jars = new ArrayList<>();
    for (int link = 0; link < 12; link++) {
      BundleJar jar = BundleJar.named("link" + link).starts("").offers("org.link" + link, "1.0.0");
      jars.add(link == 0 ? jar : jar.needs("org.link" + (link - 1), "[1,2)"));
    }
    jars.add(BundleJar.named("round").offers("org.round", "1.0.0").needs("org.about", "1.0"));
    jars.add(BundleJar.named("about").offers("org.about", "1.0.0").needs("org.round", "1.0"));
    Collections.shuffle(jars, new Random(3));
    try (TestHost host = TestHost.started(home)) {
      for (int at = 0; at < jars.size(); at++) {
        jars.get(at).in(host.deploy, at + ".jar");
      }
      host.await(
          "all to be active",
          () ->
              host.loader.list().size() == 14
                  && host.loader.list().stream()
                      .allMatch(extension -> extension.state() == ExtensionState.ACTIVE));
    }
  }

  @Test
  void whenANeedGoesThoseThatNeedItWaitAndComeBack() throws IOException {
    try (TestHost host = TestHost.started(home)) {
      Path base = BundleJar.named("base").offers("org.base", "1.0.0").in(host.deploy, "base.jar");
      BundleJar.named("user").starts("").needs("org.base", "[1,2)").in(host.deploy, "user.jar");
      BundleJar.named("other").starts("").in(host.deploy, "other.jar");
      host.await("user", ExtensionState.ACTIVE);
      host.await("other", ExtensionState.ACTIVE);
      host.takeJournal();

      Files.delete(base);
      Extension user = host.await("user", ExtensionState.WAITING);
      assertEquals(
          "user needs the package org.base, version 1.0.0 or later and before 2.0.0: "
              + "nobody offers it",
          user.cause());
      assertEquals(List.of("user retire", "base retire", "user 1.0.0 stop"), host.takeJournal());

      BundleJar.named("base")
          .version("1.1.0")
          .offers("org.base", "1.1.0")
          .in(host.deploy, "base.jar");
      host.await("user", ExtensionState.ACTIVE);
      assertEquals(List.of("base options", "user options", "user 1.0.0 start"), host.takeJournal());
    }
  }

  @Test
  void whenANeedIsUpgradedThoseThatNeedItAreWiredToTheNewOne() throws Exception {
    try (TestHost host = TestHost.started(home)) {
      BundleJar.named("base")
          .offers("org.base", "1.0.0")
          .entry("org/base/which.txt", new byte[1])
          .in(host.deploy, "base.jar");
      BundleJar.named("user").starts("").needs("org.base", "[1,2)").in(host.deploy, "user.jar");
      BundleJar.named("other").starts("").in(host.deploy, "other.jar");
      host.await("user", ExtensionState.ACTIVE);
      host.await("other", ExtensionState.ACTIVE);
      host.takeJournal();
      BundleJar.named("base")
          .version("1.1.0")
          .offers("org.base", "1.1.0")
          .entry("org/base/which.txt", new byte[2])
          .in(host.deploy, "base.jar");
      host.awaitVersion("base", "1.1.0");
      host.await("user", ExtensionState.ACTIVE);
      assertEquals(
          List.of(
              "user retire",
              "base retire",
              "user 1.0.0 stop",
              "base options",
              "user options",
              "user 1.0.0 start"),
          host.takeJournal());
      long id = host.extension("user").bundle();
      assertEquals(
          2,
          host.context()
              .getBundle(id)
              .getResource("org/base/which.txt")
              .openConnection()
              .getContentLength());
      host.await(
          "the old one to be freed",
          () -> host.framework.adapt(FrameworkWiring.class).getRemovalPendingBundles().isEmpty());
    }
  }

  @Test
  void aSingletonIsUpgraded() {
    try (TestHost host = TestHost.started(home)) {
      BundleJar.named("one;singleton:=true").starts("").in(host.deploy, "one.jar");
      host.await("one", ExtensionState.ACTIVE);
      BundleJar.named("one;singleton:=true").version("1.1.0").starts("").in(host.deploy, "one.jar");
      host.awaitVersion("one", "1.1.0");
    }
  }

  @Test
  void aFragmentJoinsItsHostBeforeAndAfter() throws IOException {
    try (TestHost host = TestHost.started(home)) {
      Path early =
          BundleJar.named("early")
              .header("Fragment-Host", "whole")
              .entry("early.txt", new byte[1])
              .in(host.deploy, "early.jar");
      host.await("early", ExtensionState.WAITING);
      BundleJar.named("whole").starts("").in(host.deploy, "whole.jar");
      host.await("whole", ExtensionState.ACTIVE);
      host.await("early", ExtensionState.ACTIVE);

      BundleJar.named("late")
          .header("Fragment-Host", "whole")
          .entry("late.txt", new byte[1])
          .in(host.deploy, "late.jar");
      host.await("late", ExtensionState.ACTIVE);
      host.await("whole", ExtensionState.ACTIVE);
      Bundle whole = host.context().getBundle(host.extension("whole").bundle());
      assertTrue(whole.getResource("early.txt") != null);
      assertTrue(whole.getResource("late.txt") != null);

      Files.delete(early);
      host.awaitGone("early");
      host.await("whole", ExtensionState.ACTIVE);
      assertTrue(whole.getResource("early.txt") == null);
      assertTrue(whole.getResource("late.txt") != null);
    }
  }

  @Test
  @Proves("INM-05")
  void aFragmentOfTheHostsOwnBundlesIsNotTaken() {
    try (TestHost host = TestHost.started(home)) {
      BundleJar.named("part")
          .header("Fragment-Host", "org.apache.felix.scr")
          .in(host.deploy, "part.jar");
      Extension part = host.await("part", ExtensionState.WAITING);
      assertEquals("HS-EXTENSION-020", part.problems().get(0).code());
    }
  }

  @Test
  void aComponentThatIsNotUpIsNoted() {
    String xml =
        "<scr:component xmlns:scr='http://www.osgi.org/xmlns/scr/v1.3.0' name='words'>"
            + "<implementation class='x.Words'/>"
            + "<reference name='book' interface='org.Book'/></scr:component>";
    try (TestHost host = TestHost.started(home)) {
      BundleJar.named("words").component(xml).in(host.deploy, "words.jar");
      Extension words = host.await("words", ExtensionState.ACTIVE);
      assertEquals(
          List.of(
              "HS-EXTENSION-018: the component words is not up: it needs the service org.Book; "
                  + "it comes up by itself once that is there"),
          words.problems().stream().map(Problem::sentence).toList());
    }
  }
}
