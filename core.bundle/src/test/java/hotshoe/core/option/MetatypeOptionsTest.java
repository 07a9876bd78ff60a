package hotshoe.core.option;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.configuration.OptionDescription;
import hotshoe.conformance.Proves;
import hotshoe.core.fixture.WrittenConfiguration;
import hotshoe.core.option.shop.Shop;
import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

class MetatypeOptionsTest {

  private static final ExtensionName SHOP = new ExtensionName("shop");

  @TempDir static Path storage;
  private static Framework framework;
  private static Bundle shop;

  private final WrittenConfiguration written = new WrittenConfiguration();
  private final MetatypeOptions options = new MetatypeOptions(written, admin());

  private static ConfigurationAdmin admin() {
    return framework.service(ConfigurationAdmin.class);
  }

  @BeforeAll
  static void startFramework() throws Exception {
    framework = new Framework(storage);
    shop =
        framework.install(
            "shop", Framework.built("shop", Shop.class.getPackageName(), Shop.class.getName()));
  }

  @AfterAll
  static void stopFramework() throws Exception {
    framework.close();
  }

  @AfterEach
  void clear() throws Exception {
    Configuration[] all = admin().listConfigurations(null);
    for (Configuration configuration : all == null ? new Configuration[0] : all) {
      configuration.delete();
    }
  }

  private MetatypeOptionsTest write(String key, Object value) {
    written.with("extensions." + key, value);
    return this;
  }

  private List<String> apply() {
    return sentences(options.apply(SHOP, shop));
  }

  private static List<String> sentences(List<Problem> problems) {
    return problems.stream().map(problem -> problem.severity() + " " + problem.sentence()).toList();
  }

  private static Dictionary<String, Object> held(String identifier) throws Exception {
    Configuration[] found = admin().listConfigurations("(service.pid=" + identifier + ")");
    return found == null ? null : found[0].getProperties();
  }

  @Test
  @Proves({"INM-09", "INM-12"})
  void theDeclaredOptionsAreReadWithTypeDefaultDocumentationAndFormerKey() {
    List<OptionDescription> declared = options.declaredBy(SHOP, shop);
    assertEquals(
        List.of(
            "title",
            "close-hour",
            "tax-rate",
            "open-on-sundays",
            "payment",
            "safe-code",
            "turnover-target"),
        declared.stream().map(OptionDescription::key).toList());
    assertEquals(
        new OptionDescription(
            "close-hour",
            "number",
            Optional.of("18"),
            "Hour of closing.",
            Optional.of("closing"),
            List.of(),
            false),
        declared.get(1));
    assertEquals(
        List.of("text", "number", "decimal", "flag", "list", "text", "number"),
        declared.stream().map(OptionDescription::type).toList());
    assertEquals(List.of("cash", "card"), declared.get(4).allowed());
    assertTrue(declared.get(5).secret());
  }

  @Test
  @Proves({"INM-06", "INM-09"})
  void noneOfTheExtensionsCodeRunsToReadOrCheckItsOptions() {
    write("shop.title", "Here");
    options.declaredBy(SHOP, shop);
    options.apply(SHOP, shop);
    assertNull(System.getProperty(Shop.TRACE));
    assertFalse((shop.getState() & (Bundle.STARTING | Bundle.ACTIVE)) != 0);
  }

  @Test
  @Proves("INM-12")
  void writtenValuesReachConfigurationAdminInTheirTypes() throws Exception {
    write("shop.title", "Here").write("shop.close_hour", 20L).write("shop.tax-rate", 0.06);
    write("shop.open.on.sundays", true).write("shop.payment", List.of("card"));
    write("shop.safe-code", "12345678").write("shop.TurnoverTarget", "5000000000");
    assertEquals(List.of(), apply());
    Dictionary<String, Object> held = held("shop");
    assertEquals("Here", held.get("title"));
    assertEquals(20, held.get("close.hour"));
    assertEquals(0.06, held.get("taxRate"));
    assertEquals(true, held.get("open.on.sundays"));
    assertArrayEquals(new String[] {"card"}, (String[]) held.get("payment"));
    assertEquals("12345678", held.get("safe.code"));
    assertEquals(5_000_000_000L, held.get("turnover.target"));
  }

  @Test
  void textFromAnEnvironmentVariableIsConverted() throws Exception {
    write("shop.close-hour", " 20 ").write("shop.payment", "cash, card");
    write("shop.open-on-sundays", "Yes");
    assertEquals(List.of(), apply());
    assertEquals(20, held("shop").get("close.hour"));
    assertArrayEquals(new String[] {"cash", "card"}, (String[]) held("shop").get("payment"));
    assertEquals(true, held("shop").get("open.on.sundays"));
  }

  @Test
  @Proves("INM-12")
  void aFormerKeyIsReadWithAWarning() throws Exception {
    write("shop.closing", 20L);
    assertEquals(
        List.of(
            "WARNING HS-OPTION-004: 'closing' is now called 'close-hour' (etc/hotshoe.yaml:1): the"
                + " extension shop has renamed it; the value is used; rename it"),
        apply());
    assertEquals(20, held("shop").get("close.hour"));
  }

  @Test
  @Proves("INM-12")
  void aFormerKeyYieldsToThePresentOne() throws Exception {
    write("shop.closing", 20L).write("shop.close-hour", 21L);
    assertEquals(
        List.of(
            "WARNING HS-OPTION-005: 'closing' is not used (etc/hotshoe.yaml:1): 'close-hour' of"
                + " shop is set already; remove one of the two"),
        apply());
    assertEquals(21, held("shop").get("close.hour"));
  }

  @Test
  void anUnknownKeyIsAWarningWithItsLineAndTheNearestKnownOne() throws Exception {
    write("shop.titl", "Here").write("shop.colour-of-the-door", "red");
    assertEquals(
        List.of(
            "WARNING HS-OPTION-001: shop has no option 'titl' (etc/hotshoe.yaml:1); did you mean"
                + " 'title'?",
            "WARNING HS-OPTION-001: shop has no option 'colour-of-the-door' (etc/hotshoe.yaml:2);"
                + " it has title, close-hour, tax-rate, open-on-sundays, payment, safe-code,"
                + " turnover-target"),
        apply());
    assertNull(held("shop"));
  }

  @Test
  @Proves("INM-12")
  void everyWrongValueIsAnErrorWithItsLineAndNothingIsHandedOver() throws Exception {
    write("shop.title", List.of("a", "b"));
    write("shop.close-hour", "late").write("shop.tax-rate", "high");
    write("shop.open-on-sundays", "perhaps").write("shop.turnover-target", 1.5);
    assertEquals(
        List.of(
            "ERROR HS-OPTION-002: 'title' of shop cannot be '[a, b]' (etc/hotshoe.yaml:1): one"
                + " value is expected, not a list",
            "ERROR HS-OPTION-002: 'close-hour' of shop cannot be 'late' (etc/hotshoe.yaml:2): a"
                + " whole number is expected from -2147483648 to 2147483647",
            "ERROR HS-OPTION-002: 'tax-rate' of shop cannot be 'high' (etc/hotshoe.yaml:3): a"
                + " number is expected",
            "ERROR HS-OPTION-002: 'open-on-sundays' of shop cannot be 'perhaps'"
                + " (etc/hotshoe.yaml:4): true or false is expected",
            "ERROR HS-OPTION-002: 'turnover-target' of shop cannot be '1.5' (etc/hotshoe.yaml:5): a"
                + " whole number is expected"),
        apply());
    assertNull(held("shop"));
  }

  @Test
  @Proves("INM-12")
  void aValueOutsideWhatIsAllowedIsAnErrorAndASecretIsNotQuoted() {
    write("shop.close-hour", 25L).write("shop.payment", List.of("cash", "shells"));
    write("shop.safe-code", "1234");
    assertEquals(
        List.of(
            "ERROR HS-OPTION-003: 'close-hour' of shop cannot be '25' (etc/hotshoe.yaml:1): at most"
                + " 24 is expected",
            "ERROR HS-OPTION-003: 'payment' of shop cannot be '[cash, shells]'"
                + " (etc/hotshoe.yaml:2): one of cash, card is expected",
            "ERROR HS-OPTION-003: 'safe-code' of shop cannot be what is written"
                + " (etc/hotshoe.yaml:3): at least 8 characters is expected"),
        apply());
  }

  @Test
  void anUnchangedConfigurationIsNotTouched() throws Exception {
    write("shop.title", "Here").write("shop.payment", List.of("card"));
    apply();
    long before = admin().getConfiguration("shop", "?").getChangeCount();
    apply();
    assertEquals(before, admin().getConfiguration("shop", "?").getChangeCount());
  }

  @Test
  void whatTheOperatorTakesOutStopsWorking() throws Exception {
    write("shop.title", "Here");
    apply();
    new MetatypeOptions(new WrittenConfiguration(), admin()).apply(SHOP, shop);
    assertNull(held("shop"));
  }

  @Test
  void aConfigurationThatSomebodyElseMadeIsLeftAlone() throws Exception {
    Dictionary<String, Object> theirs = new java.util.Hashtable<>();
    theirs.put("title", "Theirs");
    admin().getConfiguration("shop", "?").update(theirs);
    assertEquals(List.of(), apply());
    assertEquals("Theirs", held("shop").get("title"));
  }

  @Test
  void anExtensionThatDeclaresNothingGetsWhatIsWrittenWithANote() throws Exception {
    Bundle plain = framework.install("plain", Framework.documented("plain", ""));
    write("plain.level", 3L).write("plain.tags", List.of("a", "b"));
    ExtensionName name = new ExtensionName("plain");
    assertEquals(
        List.of(
            "NOTE HS-OPTION-006: the options of plain are handed on unchecked"
                + " (etc/hotshoe.yaml:1): the extension declares none, with Metatype"),
        sentences(options.apply(name, plain)));
    assertEquals(3L, held("plain").get("level"));
    assertEquals(List.of("a", "b"), held("plain").get("tags"));
    assertEquals(List.of(), options.declaredBy(name, plain));
  }

  @Test
  void optionsUnderAnotherIdentifierDoNotCount() throws Exception {
    String document =
        """
        <MetaData xmlns="http://www.osgi.org/xmlns/metatype/v1.3.0">
          <OCD id="o" name="O"><AD id="level" type="Integer" default="1"/></OCD>
          <Designate pid="other.Component"><Object ocdref="o"/></Designate>
        </MetaData>
        """;
    Bundle other = framework.install("other", Framework.documented("other", document));
    write("other.level", 3L);
    assertEquals(
        List.of(
            "WARNING HS-OPTION-001: other has no option 'level' (etc/hotshoe.yaml:1): it declares"
                + " options for other.Component, and none under its own name"),
        sentences(options.apply(new ExtensionName("other"), other)));
  }

  @Test
  void aDocumentThatReachesForFilesIsRefused() throws Exception {
    String document =
        """
        <!DOCTYPE x [<!ENTITY leak SYSTEM "file:///etc/passwd">]>
        <MetaData xmlns="http://www.osgi.org/xmlns/metatype/v1.3.0">
          <OCD id="o" name="O"><AD id="level" type="String" description="&leak;"/></OCD>
          <Designate pid="leak"><Object ocdref="o"/></Designate>
        </MetaData>
        """;
    Bundle leak = framework.install("leak", Framework.documented("leak", document));
    ExtensionName name = new ExtensionName("leak");
    write("leak.level", "high");
    assertEquals(List.of(), options.declaredBy(name, leak));
    List<Problem> problems = options.apply(name, leak);
    assertEquals(
        List.of("HS-OPTION-008", "HS-OPTION-001"), problems.stream().map(Problem::code).toList());
    assertEquals("OSGI-INF/metatype/options.xml", problems.get(0).where());
    assertFalse(problems.toString().contains("root:"), problems.toString());
  }

  @Test
  void aDesignateWithoutItsObjectClassDeclaresNothing() throws Exception {
    String document =
        """
        <MetaData xmlns="http://www.osgi.org/xmlns/metatype/v1.3.0">
          <Option value="stray"/><AD id="stray"/>
          <Designate pid="hollow"><Object ocdref="nowhere"/></Designate>
        </MetaData>
        """;
    Bundle hollow = framework.install("hollow", Framework.documented("hollow", document));
    assertEquals(List.of(), options.declaredBy(new ExtensionName("hollow"), hollow));
  }

  @Test
  @Proves("INM-12")
  void aDescriptionIsLookedUpInTheBundlesTexts() throws Exception {
    String document =
        """
        <MetaData xmlns="http://www.osgi.org/xmlns/metatype/v1.3.0" localization="texts">
          <OCD id="o" name="O"><AD id="level" type="Integer" description="%level.text"/></OCD>
          <Designate pid="loud"><Object ocdref="o"/></Designate>
        </MetaData>
        """;
    Bundle loud = framework.install("loud", Framework.documented("loud", document));
    OptionDescription level = options.declaredBy(new ExtensionName("loud"), loud).get(0);
    assertEquals("How loud", level.description());
    assertEquals(Optional.empty(), level.defaultValue());
  }
}
