package hotshoe.core.option;

import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.xml.stream.XMLStreamException;
import org.osgi.framework.Bundle;

/**
 * Reads what a bundle declares, straight from its Metatype documents. Metatype's own service reads
 * them only once a bundle is resolved and would ask a running one's code; this works for every
 * bundle that is installed, runs nothing, and does not even make the framework resolve it.
 */
final class Declarations {

  private static final String FOLDER = "OSGI-INF/metatype/";

  private final ExtensionName extension;
  private final Bundle bundle;
  private final List<String> identifiers = new ArrayList<>();
  private final List<Attribute> attributes = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private Declarations(ExtensionName extension, Bundle bundle) {
    this.extension = extension;
    this.bundle = bundle;
  }

  static Declaration of(ExtensionName extension, Bundle bundle) {
    Declarations declarations = new Declarations(extension, bundle);
    Enumeration<String> paths = bundle.getEntryPaths(FOLDER);
    if (paths != null) {
      Collections.list(paths).stream()
          .filter(path -> path.endsWith(".xml"))
          .sorted()
          .forEach(declarations::add);
    }
    return new Declaration(
        declarations.identifiers, declarations.attributes, declarations.problems);
  }

  private void add(String path) {
    try (InputStream in = bundle.getEntry(path).openStream()) {
      MetatypeDocument document = MetatypeDocument.read(in);
      Properties texts = texts(document.localization());
      identifiers.addAll(document.designates().keySet());
      attributes.addAll(
          document.attributes(extension.value(), description -> text(description, texts)));
    } catch (IOException | XMLStreamException e) {
      problems.add(
          Problem.warning("HS-OPTION-008", "the options of " + extension + " cannot be read")
              .at(path)
              .because(firstLine(e))
              .advising("tell its author: it is not a Metatype document"));
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("").trim();
  }

  private static String text(String description, Properties texts) {
    return description.startsWith("%")
        ? texts.getProperty(description.substring(1), description.substring(1))
        : description;
  }

  private Properties texts(String localization) throws IOException {
    Properties texts = new Properties();
    Optional<URL> file = Optional.ofNullable(bundle.getEntry(localization + ".properties"));
    if (file.isPresent()) {
      try (InputStream in = file.get().openStream()) {
        texts.load(in);
      } catch (IllegalArgumentException e) {
        throw new IOException("malformed escape in " + localization + ".properties", e);
      }
    }
    return texts;
  }
}
