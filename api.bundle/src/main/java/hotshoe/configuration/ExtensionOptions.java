package hotshoe.configuration;

import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.framework.Bundle;

/**
 * The options that extensions declare with Metatype, read without running their code (rows INM-09,
 * INM-12). An option's persistent identifier is the extension's name.
 */
@ProviderType
public interface ExtensionOptions {

  /** What the bundle declares. */
  List<OptionDescription> declaredBy(ExtensionName extension, Bundle bundle);

  /**
   * Checks what the operator wrote for the extension and hands it to Configuration Admin; called
   * before any of the extension's code runs (row INM-06).
   *
   * @return unknown keys, wrong types and values that are not allowed, each with file and line
   */
  List<Problem> apply(ExtensionName extension, Bundle bundle);
}
