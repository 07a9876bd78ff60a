package hotshoe.system;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;

import hotshoe.caller.Audit;
import hotshoe.caller.AuditEntry;
import hotshoe.caller.Caller;
import hotshoe.conformance.Proves;
import hotshoe.problem.ProblemException;
import hotshoe.setting.EnvironmentListener;
import hotshoe.setting.Setting;
import hotshoe.setting.SettingChange;
import hotshoe.setting.SettingProvider;
import hotshoe.setting.SettingValue;
import hotshoe.setting.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.inject.Inject;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * Settings as the assembled host has them: its components, Felix's Configuration Admin and files.
 */
@RunWith(PaxExam.class)
public class SettingsInFrameworkTest {
  private static final Path FOLDER = Path.of("target", "inside-settings").toAbsolutePath();

  private static final Setting<Long> DAYS =
      Setting.integer("retain_days")
          .between(1, 365)
          .defaulting(30L)
          .causing(Setting.Effect.RECOMPILE);

  @Inject private BundleContext context;
  private HostInside host;
  private Settings settings;
  private ServiceRegistration<SettingProvider> declared;

  @Configuration
  public Option[] assemble() {
    return new Option[] {
      frameworkProperty("felix.cm.pm").value("hotshoe"),
      frameworkProperty("felix.cm.dir").value(FOLDER.toString()),
      Assembly.framework(),
      Assembly.bundles("org.apache.felix.metatype", "hotshoe.core")
    };
  }

  /** In the place of the audit, for what is noted. */
  private static final class Notebook implements Audit {
    private final List<AuditEntry> entries = new CopyOnWriteArrayList<>();

    @Override
    public void note(AuditEntry entry) {
      entries.add(entry);
    }

    @Override
    public List<AuditEntry> tail(int count) {
      return entries;
    }

    @Override
    public void flush() {
      // all is in memory
    }
  }

  @Before
  public void startTheHost() {
    host = new HostInside(context);
    if (!host.has(Audit.class)) {
      host.offer(Audit.class, new Notebook());
    }
    settings = host.service(Settings.class);
    declared = declare();
  }

  private ServiceRegistration<SettingProvider> declare() {
    return context.registerService(SettingProvider.class, () -> List.of(DAYS), null);
  }

  @After
  public void stopTheHost() {
    settings.environments().stream()
        .filter(name -> !name.equals("default"))
        .forEach(settings::delete);
    settings.clear("default");
    declared.unregister();
    host.close();
    HostInside.await("the settings have left", () -> !host.has(Settings.class));
  }

  private String key() {
    SettingValue value = settings.get("default", "retain_days");
    return value.owner() + ".retain_days";
  }

  private Object held() {
    try {
      var found =
          host.service(ConfigurationAdmin.class)
              .listConfigurations("(service.pid=hotshoe.setting.default)");
      return found == null ? "null" : String.valueOf(found[0].getProperties().get(key()));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  @Proves({"INM-49", "INM-50", "INM-54"})
  public void aValueIsValidatedStoredInConfigurationAdminAndOnDiskAndReset() throws Exception {
    assertEquals(Optional.of(30L), settings.get("default", DAYS));
    assertEquals("null", held());
    assertThrows(ProblemException.class, () -> settings.set("default", "retain_days", 2.5));
    assertEquals("null", held());
    settings.set("default", "retain_days", "14");
    assertEquals("14", held());
    Path file = FOLDER.resolve("hotshoe.setting.default.config");
    assertTrue(Files.readString(file), Files.readString(file).contains("retain_days=L\"14\""));
    settings.reset("default", "retain_days");
    assertEquals(Optional.of(30L), settings.get("default", DAYS));
    assertEquals("null", held());
  }

  @Test
  @Proves("INM-51")
  public void aBatchIsProtectedUntilTheNextReleasesIt() {
    settings.protect("default", "project file", Map.of("retain_days", 7));
    ProblemException refusal =
        assertThrows(ProblemException.class, () -> settings.reset("default", "retain_days"));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("project file"));
    settings.protect("default", "project file", Map.of());
    settings.reset("default", "retain_days");
  }

  @Test
  @Proves({"INM-52", "INM-55"})
  public void listenersThatAreServicesHearAndOneThatFailsHarmsNobody() {
    List<String> heard = new CopyOnWriteArrayList<>();
    host.offer(
        EnvironmentListener.class,
        new EnvironmentListener() {
          @Override
          public void updated(SettingChange change) {
            throw new IllegalStateException("for the test");
          }
        });
    host.offer(
        EnvironmentListener.class,
        new EnvironmentListener() {
          @Override
          public void created(String environment) {
            heard.add("created " + environment);
          }

          @Override
          public void updated(SettingChange change) {
            heard.add(change.before() + " " + change.after() + " " + change.setting().effects());
          }

          @Override
          public void deleted(String environment) {
            heard.add("deleted " + environment);
          }
        });
    settings.create("staging");
    settings.set("staging", DAYS, 7L);
    settings.delete("staging");
    assertEquals(
        List.of("created staging", "Optional[30] Optional[7] [RECOMPILE]", "deleted staging"),
        heard);
  }

  @Test
  @Proves("INM-53")
  public void aValueSurvivesTheRemovalOfItsExtension() {
    settings.set("default", DAYS, 7L);
    declared.unregister();
    assertThrows(ProblemException.class, () -> settings.get("default", "retain_days"));
    assertEquals("retain_days", settings.orphans().get(0).setting());
    declared = declare();
    assertEquals(Optional.of(7L), settings.get("default", DAYS));
    assertEquals(List.of(), settings.orphans());
  }

  @Test
  @Proves("INM-54")
  public void whatAToolWritesIsJudged() throws Exception {
    settings.set("default", DAYS, 7L);
    var configuration =
        host.service(ConfigurationAdmin.class).getConfiguration("hotshoe.setting.default", "?");
    configuration.update(new Hashtable<>(Map.of(key(), 400L)));
    HostInside.await("it is undone", () -> held().equals("7"));
    assertEquals(Optional.of(7L), settings.get("default", DAYS));
    configuration.update(new Hashtable<>(Map.of(key(), 8L)));
    HostInside.await(
        "it is taken over", () -> settings.get("default", DAYS).equals(Optional.of(8L)));
  }

  @Test
  @Proves("INM-49")
  public void toolsOfMetatypeSeeAFormForEveryEnvironment() throws Exception {
    settings.create("staging");
    Bundle core =
        Arrays.stream(context.getBundles())
            .filter(bundle -> "hotshoe.core".equals(bundle.getSymbolicName()))
            .findFirst()
            .orElseThrow();
    HostInside.await("the forms are there", () -> pids(core).contains("hotshoe.setting.staging"));
    assertTrue(pids(core).contains("hotshoe.setting.default"));
  }

  /** By reflection: the test's bundle does not see Metatype's package. */
  private List<String> pids(Bundle core) {
    try {
      Object service =
          context.getService(
              context.getServiceReference("org.osgi.service.metatype.MetaTypeService"));
      var ask = service.getClass().getMethod("getMetaTypeInformation", Bundle.class);
      ask.setAccessible(true);
      Object information = ask.invoke(service, core);
      var pids = information.getClass().getMethod("getPids");
      pids.setAccessible(true);
      Object all = pids.invoke(information);
      return all == null ? List.of() : List.of((String[]) all);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  public void whoMayNotChangeIsRefused() {
    Settings eve = settings.as(new Caller("eve", Set.of("read-only"), "http"));
    assertEquals(Optional.of(30L), eve.get("default", "retain_days").value());
    assertThrows(ProblemException.class, () -> eve.set("default", "retain_days", 8));
    assertEquals(Optional.of(30L), settings.get("default", DAYS));
  }
}
