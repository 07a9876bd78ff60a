package hotshoe.core.setting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.conformance.Proves;
import hotshoe.setting.Setting;
import hotshoe.type.SecretText;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.MetaTypeService;
import org.osgi.service.metatype.ObjectClassDefinition;

/** What Metatype's tools see, through Felix's Metatype service. */
class MetatypeViewTest {

  @TempDir Path home;
  private SettingsRig rig;
  private MetatypeView view;
  private MetaTypeService tools;

  @BeforeEach
  void start() throws Exception {
    rig = new SettingsRig(home);
    rig.startFromClassPath("org.apache.felix.metatype-");
    tools = rig.service(MetaTypeService.class);
    view =
        new MetatypeView(
            rig.context(), rig.settings, rig.context().getServiceReference(MetaTypeService.class));
    rig.listener(view);
    rig.offer(
        "billing",
        Setting.integer("retain_days").between(1, 365).defaulting(30L).describedAs("Days."),
        Setting.choice("mode", "fast", "safe"),
        Setting.texts("tags").defaulting(List.of("a", "b")),
        Setting.secret("key").defaulting(SecretText.of("s3cr3t")));
  }

  @AfterEach
  void stop() throws Exception {
    view.close();
    rig.close();
  }

  private Map<String, AttributeDefinition> attributes(String pid) {
    ObjectClassDefinition form =
        tools.getMetaTypeInformation(rig.context().getBundle()).getObjectClassDefinition(pid, null);
    return Stream.of(form.getAttributeDefinitions(ObjectClassDefinition.ALL))
        .collect(Collectors.toMap(AttributeDefinition::getID, Function.identity()));
  }

  private List<String> pids() {
    return Arrays.stream(tools.getMetaTypeInformation(rig.context().getBundle()).getPids())
        .sorted()
        .toList();
  }

  @Test
  @Proves("INM-49")
  void everyEnvironmentIsAFormWithAllDeclaredSettings() {
    Map<String, AttributeDefinition> form = attributes("hotshoe.setting.default");
    assertEquals(5, form.size());
    AttributeDefinition days = form.get("billing.retain_days");
    assertEquals("retain_days", days.getName());
    assertEquals("Days.", days.getDescription());
    assertEquals(AttributeDefinition.LONG, days.getType());
    assertArrayEquals(new String[] {"30"}, days.getDefaultValue());
    assertEquals("", days.validate("365"));
    assertTrue(days.validate("400").contains("above the maximum"));
    assertNull(days.getOptionValues());
    assertArrayEquals(new String[] {"fast", "safe"}, form.get("billing.mode").getOptionValues());
    assertEquals(Integer.MAX_VALUE, form.get("billing.tags").getCardinality());
    assertArrayEquals(new String[] {"a", "b"}, form.get("billing.tags").getDefaultValue());
    assertEquals(AttributeDefinition.PASSWORD, form.get("billing.key").getType());
    assertEquals(0, form.get("billing.key").getDefaultValue().length);
    assertEquals(AttributeDefinition.BOOLEAN, form.get("hotshoe.protected_environment").getType());
  }

  @Test
  @Proves("INM-49")
  void formsComeAndGoWithTheirEnvironments() {
    assertEquals(List.of("hotshoe.setting.default"), pids());
    rig.settings.create("staging");
    assertEquals(List.of("hotshoe.setting.default", "hotshoe.setting.staging"), pids());
    rig.settings.delete("staging");
    assertEquals(List.of("hotshoe.setting.default"), pids());
  }
}
