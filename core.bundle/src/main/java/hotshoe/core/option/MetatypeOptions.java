package hotshoe.core.option;

import hotshoe.configuration.Configuration;
import hotshoe.configuration.ExtensionOptions;
import hotshoe.configuration.OptionDescription;
import hotshoe.configuration.Value;
import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import hotshoe.problem.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Takes options from the operator to the extension: read the declaration, check what is written
 * against it, hand it to Configuration Admin. Safe for use by many threads.
 */
@Component
public final class MetatypeOptions implements ExtensionOptions {

  /** Marks configurations that come from here; others are left to whoever made them. */
  static final String MARK = "hotshoe.options";

  private final Configuration configuration;
  private final ConfigurationAdmin admin;

  /** Connects the two. */
  @Activate
  public MetatypeOptions(
      @Reference Configuration configuration, @Reference ConfigurationAdmin admin) {
    this.configuration = configuration;
    this.admin = admin;
  }

  @Override
  public List<OptionDescription> declaredBy(ExtensionName extension, Bundle bundle) {
    return Declarations.of(extension, bundle).attributes().stream()
        .map(Attribute::describe)
        .toList();
  }

  @Override
  public List<Problem> apply(ExtensionName extension, Bundle bundle) {
    List<Value> written = configuration.valuesFor(extension);
    Declaration declaration = Declarations.of(extension, bundle);
    WrittenOptions options = new WrittenOptions(extension, declaration, written);
    List<Problem> problems = new ArrayList<>(options.problems());
    if (problems.stream().noneMatch(problem -> problem.severity() == Severity.ERROR)) {
      handOver(extension, options.properties(), problems);
    }
    return problems;
  }

  private void handOver(
      ExtensionName extension, Map<String, Object> properties, List<Problem> problems) {
    try {
      if (properties.isEmpty()) {
        remove(extension);
      } else {
        Hashtable<String, Object> all = new Hashtable<>(properties);
        all.put(MARK, "configuration");
        admin.getConfiguration(extension.value(), "?").updateIfDifferent(all);
      }
    } catch (IOException | IllegalStateException | InvalidSyntaxException e) {
      problems.add(
          Problem.error("HS-OPTION-007", "the options of " + extension + " cannot be handed over")
              .because(e.toString())
              .advising("look for space and rights in the data folder"));
    }
  }

  /** What an operator has taken out of the files must not go on working out of the data folder. */
  private void remove(ExtensionName extension) throws IOException, InvalidSyntaxException {
    String ours = "(&(service.pid=" + extension.value() + ")(" + MARK + "=*))";
    org.osgi.service.cm.Configuration[] found = admin.listConfigurations(ours);
    if (found != null) {
      for (org.osgi.service.cm.Configuration old : found) {
        old.delete();
      }
    }
  }
}
