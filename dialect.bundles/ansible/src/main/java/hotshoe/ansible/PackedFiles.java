package hotshoe.ansible;

import hotshoe.extension.ExtensionFiles;
import hotshoe.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import org.osgi.framework.Bundle;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** The files of the extension in whose bundle it is used. Safe for use by many threads. */
@Component(service = PackedFiles.class, scope = ServiceScope.BUNDLE)
public final class PackedFiles {

  private final Bundle extension;
  private final ExtensionFiles files;

  /** Files of the bundle that uses this. */
  @Activate
  public PackedFiles(ComponentContext context, @Reference ExtensionFiles files) {
    this.extension = context.getUsingBundle();
    this.files = files;
  }

  /**
   * The folder in which they lie; they are laid there at the first call.
   *
   * @throws ProblemException when the disk refuses
   */
  Path folder() {
    try {
      return files.folder(extension);
    } catch (IOException failure) {
      throw new ProblemException(
          AnsibleProblems.noFiles(extension.getSymbolicName(), failure.getMessage()), failure);
    }
  }
}
