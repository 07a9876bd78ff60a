package hotshoe.shell.command;

import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.setting.DeclaredSetting;
import hotshoe.setting.Setting;
import hotshoe.setting.SettingValue;
import hotshoe.setting.Settings;
import hotshoe.setting.Settings.Orphan;
import hotshoe.shell.command.Completes.Kind;
import hotshoe.type.Checked;
import hotshoe.type.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The commands {@code setting:*}: the values of settings, per environment. */
@Component(
    service = Object.class,
    property = {
      "osgi.command.scope=setting",
      "osgi.command.function=list",
      "osgi.command.function=get",
      "osgi.command.function=set",
      "osgi.command.function=reset",
      "osgi.command.function=orphans",
      "osgi.command.function=forget"
    })
public class SettingCommands implements Assistant {

  private static final String WHERE = "the environment; 'default' if you do not say";

  private final Settings settings;

  @Activate
  public SettingCommands(@Reference Settings settings) {
    this.settings = settings;
  }

  @Descriptor("lists the settings with their values")
  @Examples({"setting:list", "setting:list billing", "setting:list -e production"})
  public Listing<SettingValue> list(
      CommandSession session,
      @Descriptor(WHERE)
          @Completes(Kind.ENVIRONMENT)
          @Parameter(
              names = {"-e", "--environment"},
              absentValue = "default")
          String environment,
      @Descriptor("with this text in the name, the owner, the section or the description")
          String... filter) {
    return new Listing<>(
        SettingValue.class,
        own(session).list(environment).stream().filter(value -> holds(value, filter)).toList());
  }

  private Settings own(CommandSession session) {
    return settings.as(Dialogue.caller(session));
  }

  private static boolean holds(SettingValue value, String... filter) {
    Setting<?> setting = value.setting();
    String text =
        String.join(
                "\n",
                setting.name(),
                value.owner().value(),
                setting.section(),
                setting.description())
            .toLowerCase(Locale.ROOT);
    return Stream.of(filter).allMatch(part -> text.contains(part.toLowerCase(Locale.ROOT)));
  }

  @Descriptor("tells all about a setting: value, default, what it may be, what a change triggers")
  @Examples({"setting:get billing.currency", "(setting:get billing.currency) value"})
  public SettingValue get(
      CommandSession session,
      @Descriptor(WHERE)
          @Completes(Kind.ENVIRONMENT)
          @Parameter(
              names = {"-e", "--environment"},
              absentValue = "default")
          String environment,
      @Descriptor("its name") @Completes(Kind.SETTING) String name) {
    return own(session).get(environment, name);
  }

  @Descriptor("gives settings values, one after another")
  @Examples({
    "setting:set billing.currency=EUR",
    "setting:set -e production billing.currency=USD billing.retries=3",
    "setting:set billing.token"
  })
  public Listing<SettingValue> set(
      CommandSession session,
      @Descriptor(WHERE)
          @Completes(Kind.ENVIRONMENT)
          @Parameter(
              names = {"-e", "--environment"},
              absentValue = "default")
          String environment,
      @Descriptor("name=value; with the name alone you are asked for the value")
          @Completes(Kind.ASSIGNMENT)
          String... assignment)
      throws InterruptedException {
    if (assignment.length == 0) {
      throw new ProblemException(
          Problem.error("HS-SHELL-007", "there is nothing to set")
              .advising("write name=value; setting:list shows the names"));
    }
    Settings own = own(session);
    Answers answers = new Answers(Dialogue.of(session));
    Map<String, Object> values = new LinkedHashMap<>();
    for (String word : assignment) {
      Setting<?> known = own.get(environment, name(word)).setting();
      values.put(
          known.name(),
          word.indexOf('=') > 0
              ? Arguments.value(word)
              : answers.value(known.name(), known.type()));
    }
    setAll(own, environment, values);
    return new Listing<>(
        SettingValue.class,
        values.keySet().stream().map(name -> own.get(environment, name)).toList());
  }

  /** Those that do not fit first, so that nothing is stored when they are refused. */
  private static void setAll(Settings own, String environment, Map<String, Object> values) {
    List<Problem> problems = new ArrayList<>();
    values.forEach(
        (name, value) -> {
          if (!fits(own.get(environment, name).setting(), value)) {
            problems.addAll(refusal(() -> own.set(environment, name, value)));
          }
        });
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    values.forEach((name, value) -> own.set(environment, name, value));
  }

  private static boolean fits(Setting<?> setting, Object value) {
    Checked checked = Values.check(setting.type(), value, Values.Reading.LENIENT, setting.name());
    return checked instanceof Checked.Valid;
  }

  private static List<Problem> refusal(Runnable change) {
    try {
      change.run();
      return List.of();
    } catch (ProblemException e) {
      return e.problems();
    }
  }

  private static String name(String assignment) {
    return assignment.indexOf('=') > 0 ? Arguments.name(assignment) : assignment;
  }

  @Descriptor("goes back to the default")
  @Examples({"setting:reset billing.currency", "setting:reset -e production billing.currency"})
  public Listing<SettingValue> reset(
      CommandSession session,
      @Descriptor(WHERE)
          @Completes(Kind.ENVIRONMENT)
          @Parameter(
              names = {"-e", "--environment"},
              absentValue = "default")
          String environment,
      @Descriptor("its name") @Completes(Kind.SETTING) String name) {
    own(session).reset(environment, name);
    return new Listing<>(SettingValue.class, List.of(own(session).get(environment, name)));
  }

  @Descriptor("lists values that are kept although nobody declares their setting now")
  @Examples("setting:orphans")
  public Listing<Orphan> orphans(CommandSession session) {
    return new Listing<>(Orphan.class, own(session).orphans());
  }

  @Descriptor("deletes the value of a setting that nobody declares now")
  @Examples({"setting:forget billing.currency", "setting:forget -e production billing.currency"})
  public String forget(
      CommandSession session,
      @Descriptor(WHERE)
          @Completes(Kind.ENVIRONMENT)
          @Parameter(
              names = {"-e", "--environment"},
              absentValue = "default")
          String environment,
      @Descriptor("its name") @Completes(Kind.ORPHAN) String name) {
    Settings own = own(session);
    Orphan orphan =
        own.orphans().stream()
            .filter(o -> o.environment().equals(environment) && o.setting().equals(name))
            .findFirst()
            .orElseThrow(() -> new ProblemException(unknown(environment, name)));
    own.forget(orphan);
    return "The value of " + name + " in " + environment + " is forgotten.";
  }

  private Problem unknown(String environment, String name) {
    List<String> known =
        settings.orphans().stream()
            .filter(orphan -> orphan.environment().equals(environment))
            .map(Orphan::setting)
            .toList();
    return Problem.error("HS-SHELL-017", "there is no orphan '" + name + "' in " + environment)
        .because("it has no value there, or an extension declares it")
        .advising(Candidates.advice(name, known, "setting:orphans lists all of them"));
  }

  @Override
  public Collection<Offer> offers(Kind kind, List<String> words, String begun) {
    return switch (kind) {
      case ENVIRONMENT -> settings.environments().stream().map(e -> Offer.of(e, "")).toList();
      case SETTING ->
          settings.declared().stream()
              .map(s -> Offer.of(s.name(), s.setting().description()))
              .toList();
      case ASSIGNMENT ->
          settings.declared().stream().flatMap(s -> assignment(s.setting(), begun)).toList();
      case ORPHAN ->
          settings.orphans().stream()
              .map(orphan -> Offer.of(orphan.setting(), orphan.environment()))
              .toList();
      default -> List.of();
    };
  }

  private static Stream<Offer> assignment(Setting<?> setting, String begun) {
    List<String> choices = Arguments.choices(setting.type());
    if (begun.startsWith(setting.name() + "=") && !choices.isEmpty()) {
      return choices.stream().map(choice -> Offer.of(setting.name() + "=" + choice, ""));
    }
    return Arguments.isSecret(setting.type())
        ? Stream.of(Offer.of(setting.name(), setting.description()))
        : Stream.of(new Offer(setting.name() + "=", setting.description(), false));
  }

  @Override
  public boolean holdsSecret(List<String> words) {
    return settings.declared().stream()
        .filter(declared -> Arguments.isSecret(declared.setting().type()))
        .anyMatch(declared -> words.stream().anyMatch(w -> isGiven(declared, w)));
  }

  private static boolean isGiven(DeclaredSetting declared, String word) {
    String name = Arguments.name(word);
    return name.equalsIgnoreCase(declared.name())
        || name.equalsIgnoreCase(declared.owner() + "." + declared.name());
  }
}
