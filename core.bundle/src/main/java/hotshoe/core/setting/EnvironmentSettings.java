package hotshoe.core.setting;

import hotshoe.setting.Setting;
import hotshoe.setting.SettingProvider;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** The settings that the host itself has in every environment. */
@Component
public final class EnvironmentSettings implements SettingProvider {

  /** While it is true, the environment can be neither cleared nor deleted. */
  static final Setting<Boolean> GUARD =
      Setting.bool("protected_environment")
          .defaulting(false)
          .in("environment")
          .describedAs("Whether clearing and deleting this environment is refused.");

  @Override
  public List<Setting<?>> settings() {
    return List.of(GUARD);
  }
}
