package hotshoe.loader.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hotshoe.extension.ExtensionState;
import hotshoe.extension.Plan;
import hotshoe.loader.scripted.BundleJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.wiring.FrameworkWiring;

/** Bundles that are taken as they come, and others that ask for them by the extension's name. */
class NameTagsTest {

  @TempDir Path home;

  private static BundleJar user(String range) {
    return BundleJar.named("user")
        .starts("")
        .requires("hotshoe.extension;filter:=\"(&(name=billing)" + range + ")\"");
  }

  private static BundleJar billing(String version) {
    return BundleJar.named("org.acme.money").extension("billing").version(version).starts("");
  }

  private static long tags(TestHost host) {
    return Arrays.stream(host.context().getBundles())
        .filter(bundle -> bundle.getSymbolicName().startsWith("hotshoe.name."))
        .count();
  }

  @Test
  void aBundleIsFoundByItsExtensionsNameWhoeverComesFirst() throws IOException {
    try (TestHost host = TestHost.started(home)) {
      BundleJar.named("other").starts("").in(host.deploy, "other.jar");
      host.await("other", ExtensionState.ACTIVE);
      assertEquals(0, tags(host), "nobody is asked for");
      user("(version>=1.2)").in(host.deploy, "user.jar");
      host.await("user", ExtensionState.WAITING);
      Path first = billing("1.0.0").in(host.deploy, "billing.jar");
      host.await("billing", ExtensionState.ACTIVE);
      host.await("the version to be told", () -> cause(host).endsWith("here is 1.0.0"));
      assertEquals(
          "user needs the extension billing, version 1.2 or later: here is 1.0.0", cause(host));

      billing("1.3.0").in(host.deploy, "billing.jar");
      host.awaitVersion("billing", "1.3.0");
      host.await("user", ExtensionState.ACTIVE);
      host.await("one tag", () -> tags(host) == 1);

      Plan plan = host.loader.planUninstall(host.extension("billing").name());
      assertEquals(
          List.of("REMOVE", "STOP"),
          plan.steps().stream().map(step -> step.action().name()).toList());
      Files.delete(first);
      host.await("user", ExtensionState.WAITING);
      assertEquals(
          "user needs the extension billing, version 1.2 or later: it is not installed",
          cause(host));
      host.await("no tag", () -> tags(host) == 0);
      host.await(
          "nothing to be left behind",
          () -> host.framework.adapt(FrameworkWiring.class).getRemovalPendingBundles().isEmpty());
    }
  }

  @Test
  void whoWaitsForABundleThatWaitsIsToldWhatThatOneNeeds() {
    try (TestHost host = TestHost.started(home)) {
      billing("1.3.0").needs("org.nobody", "1.0").in(host.deploy, "billing.jar");
      host.await("billing", ExtensionState.WAITING);
      user("").in(host.deploy, "user.jar");
      host.await("user", ExtensionState.WAITING);
      assertEquals(
          "user needs the extension billing: billing offers it and waits itself: billing needs the"
              + " package org.nobody, version 1.0.0 or later, nobody offers it",
          cause(host));
    }
  }

  @Test
  void namesAreKnownAfterAStart() {
    try (TestHost host = TestHost.started(home)) {
      user("").in(host.deploy, "user.jar");
      billing("1.3.0").in(host.deploy, "billing.jar");
      host.await("user", ExtensionState.ACTIVE);
    }
    try (TestHost host = TestHost.started(home)) {
      host.await("user", ExtensionState.ACTIVE);
      billing("1.4.0").in(host.deploy, "billing.jar");
      host.awaitVersion("billing", "1.4.0");
      host.await("user", ExtensionState.ACTIVE);
      host.await("one tag", () -> tags(host) == 1);
    }
  }

  private static String cause(TestHost host) {
    return host.extension("user").cause();
  }
}
