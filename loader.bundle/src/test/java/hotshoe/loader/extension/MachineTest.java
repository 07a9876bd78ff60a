package hotshoe.loader.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.archive.PythonVersions;
import hotshoe.archive.Requirement;
import hotshoe.conformance.Proves;
import hotshoe.extension.Extension;
import hotshoe.extension.ExtensionState;
import hotshoe.extension.InstallListener;
import hotshoe.extension.InstallRequest;
import hotshoe.extension.Plan;
import hotshoe.loader.scripted.BundleJar;
import hotshoe.loader.scripted.Golden;
import hotshoe.problem.Problem;
import hotshoe.process.Interpreter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;

/** What the machine has and lacks, in a real framework. */
class MachineTest {

  @TempDir Path home;

  private static Interpreter python(String version) {
    return new Interpreter("python", new Version(version), Path.of("/usr/bin/python" + version));
  }

  private static BundleJar needing(String name, Requirement requirement) {
    return BundleJar.named(name)
        .starts("")
        .requires(requirement.namespace() + ";filter:=\"" + requirement.filter() + "\"");
  }

  private static BundleJar needing(String name, String versions) {
    return needing(name, PythonVersions.parse(versions).requirement());
  }

  @Test
  @Proves("UE-8")
  void whoNeedsAnInterpreterStartsWhenOneComesAndWaitsWhenItGoes() {
    try (TestHost host = TestHost.started(home)) {
      needing("snake", ">=3.6,!=3.9.1*").in(host.deploy, "snake.jar");
      BundleJar.named("other").starts("").in(host.deploy, "other.jar");
      host.await("snake", ExtensionState.WAITING);
      host.await("other", ExtensionState.ACTIVE);
      assertEquals(
          "snake needs python 3.6 or later but not 3.9.1: none is known here",
          host.extension("snake").cause());

      host.loader.discover(python("3.9.1"));
      host.await(
          "the cause to name what is here",
          () -> host.extension("snake").cause().endsWith("here is 3.9.1"));
      Interpreter newer = python("3.11.7");
      host.loader.discover(newer);
      host.await("snake", ExtensionState.ACTIVE);
      host.takeJournal();

      host.loader.lose(newer);
      host.await("snake", ExtensionState.WAITING);
      assertEquals(List.of("snake retire", "snake 1.0.0 stop"), host.takeJournal());
      host.loader.discover(python("3.12.0"));
      host.await("snake", ExtensionState.ACTIVE);
    }
  }

  @Test
  void whoFindsAnotherInsteadGoesOn() {
    try (TestHost host = TestHost.started(home)) {
      Interpreter first = python("3.11.7");
      host.loader.discover(first);
      needing("snake", ">=3").in(host.deploy, "snake.jar");
      host.await("snake", ExtensionState.ACTIVE);
      host.loader.discover(python("3.12.0"));
      host.takeJournal();
      host.loader.lose(first);
      host.await(
          "snake to be started again", () -> host.takeJournal().contains("snake 1.0.0 start"));
      host.await("snake", ExtensionState.ACTIVE);
    }
  }

  @Test
  void anInterpreterThatWentWhileTheHostWasDownIsNotUsed() {
    try (TestHost host = TestHost.started(home)) {
      host.loader.discover(python("3.11.7"));
      needing("snake", ">=3").in(host.deploy, "snake.jar");
      host.await("snake", ExtensionState.ACTIVE);
    }
    try (TestHost host = TestHost.started(home)) {
      host.await("snake", ExtensionState.WAITING);
      assertTrue(
          Arrays.stream(host.context().getBundles())
              .noneMatch(bundle -> bundle.getSymbolicName().startsWith("hotshoe.interpreter")));
    }
  }

  @Test
  void everyNeedOfTheHostIsSaidInWordsAndAPlanSaysTheSame() throws IOException {
    try (TestHost host = TestHost.started(home)) {
      host.loader.discover(python("3.9.2"));
      host.loader.discover(python("3.11.7"));
      host.loader.discover(
          new Interpreter("bash", new Version("5.2.15"), Path.of("/usr/bin/bash")));
      BundleJar.named("billing")
          .header("Provide-Capability", "hotshoe.extension;name=billing;version:Version=\"1.4.0\"")
          .in(host.deploy, "billing.jar");
      BundleJar.named("stand-in")
          .header(
              "Provide-Capability", "hotshoe.platform;platform=cloudstack;version:Version=4.23.0")
          .in(host.deploy, "stand-in.jar");
      host.await("billing", ExtensionState.ACTIVE);
      host.await("stand-in", ExtensionState.ACTIVE);
      List<String> sentences = new ArrayList<>();
      Stream.of(
              capability("a", "hotshoe.platform", "(&(platform=cloudstack)(version>=4.24.0))"),
              capability("b", "hotshoe.platform", "(&(platform=universal)(version>=1.7))"),
              needing("c", ">=3.12"),
              needing("d", ">=3.6,<3.9,!=3.7.*"),
              capability("e", "hotshoe.interpreter", "(language=node)"),
              capability("f", "hotshoe.extension", "(&(name=billing)(version>=2)(!(version>=3)))"),
              capability("g", "hotshoe.extension", "(name=biling)"),
              capability("h", "hotshoe.extension", "(name=quite-another)"),
              capability(
                  "i", "osgi.native", "(|(osgi.native.osname~=win32)(osgi.native.osname~=aix))"),
              capability("j", "osgi.native", "(osgi.native.processor~=s390x)"))
          .forEach(jar -> sentences.addAll(plannedAndMade(host, jar)));
      Golden.check("host-needs.txt", sentences);
    }
  }

  private List<String> plannedAndMade(TestHost host, BundleJar jar) {
    InstallRequest request = InstallRequest.of(jar.in(home, "given.jar").toString());
    Plan plan = host.loader.plan(request, InstallListener.NONE);
    host.loader.install(request, InstallListener.NONE);
    Extension made =
        host.loader.list().stream()
            .filter(extension -> extension.name().equals(plan.steps().get(0).extension()))
            .findFirst()
            .orElseThrow();
    assertEquals(sentences(made.problems()), sentences(plan.problems()));
    return sentences(plan.problems());
  }

  private static List<String> sentences(List<Problem> problems) {
    return problems.stream()
        .map(Problem::sentence)
        .map(sentence -> sentence.replaceAll("this is [^;]+", "this is another"))
        .toList();
  }

  private static BundleJar capability(String name, String namespace, String filter) {
    return needing(name, new Requirement(namespace, filter));
  }
}
