package hotshoe.core.setting;

import hotshoe.setting.DeclaredSetting;
import java.io.InputStream;
import java.util.List;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.ObjectClassDefinition;

/**
 * An environment as Metatype's tools see it.
 *
 * @param pid the identifier of its configuration
 * @param environment its name
 * @param declared its settings
 */
record SettingForm(String pid, String environment, List<DeclaredSetting> declared)
    implements ObjectClassDefinition {

  @Override
  public String getName() {
    return "Settings of " + environment;
  }

  @Override
  public String getID() {
    return pid;
  }

  @Override
  public String getDescription() {
    return "The settings of the environment " + environment + ". What is left out has its default.";
  }

  /** All are optional: none must be given, as each has a default or may have no value. */
  @Override
  public AttributeDefinition[] getAttributeDefinitions(int filter) {
    return filter == REQUIRED
        ? new AttributeDefinition[0]
        : declared.stream().map(SettingAttribute::new).toArray(AttributeDefinition[]::new);
  }

  @Override
  public InputStream getIcon(int size) {
    return InputStream.nullInputStream();
  }
}
