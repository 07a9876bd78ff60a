package hotshoe.shell.command;

import hotshoe.setting.SettingValue;
import hotshoe.setting.Settings;
import hotshoe.shell.command.Completes.Kind;
import java.util.Collection;
import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The commands {@code env:*}: environments, which hold the values of settings. */
@Component(
    service = Object.class,
    property = {
      "osgi.command.scope=env",
      "osgi.command.function=list",
      "osgi.command.function=create",
      "osgi.command.function=clear",
      "osgi.command.function=delete"
    })
public class EnvironmentCommands implements Assistant {

  private final Settings settings;

  @Activate
  public EnvironmentCommands(@Reference Settings settings) {
    this.settings = settings;
  }

  /**
   * An environment as it is listed.
   *
   * @param name its name
   * @param stored how many settings have a value of their own in it
   */
  public record Environment(String name, long stored) {}

  @Descriptor("lists the environments")
  @Examples("env:list")
  public Listing<Environment> list(CommandSession session) {
    Settings own = own(session);
    return new Listing<>(
        Environment.class,
        own.environments().stream().map(name -> environment(own, name)).toList());
  }

  private Settings own(CommandSession session) {
    return settings.as(Dialogue.caller(session));
  }

  private static Environment environment(Settings own, String name) {
    return new Environment(name, own.list(name).stream().filter(SettingValue::stored).count());
  }

  @Descriptor("creates an environment; every setting has its default in it")
  @Examples("env:create production")
  public String create(CommandSession session, @Descriptor("its name") String name) {
    own(session).create(name);
    return "The environment " + name + " is there.";
  }

  @Descriptor("resets all settings of an environment")
  @Examples("env:clear production")
  public String clear(
      CommandSession session, @Descriptor("its name") @Completes(Kind.ENVIRONMENT) String name) {
    own(session).clear(name);
    return "All settings of the environment " + name + " have their defaults.";
  }

  @Descriptor("deletes an environment with its values")
  @Examples("env:delete production")
  public String delete(
      CommandSession session, @Descriptor("its name") @Completes(Kind.ENVIRONMENT) String name) {
    own(session).delete(name);
    return "The environment " + name + " is gone.";
  }

  @Override
  public Collection<Offer> offers(Kind kind, List<String> words, String begun) {
    return settings.environments().stream().map(name -> Offer.of(name, "")).toList();
  }
}
