package hotshoe.universal;

import hotshoe.archive.Document;
import hotshoe.archive.DocumentCheck;
import hotshoe.archive.DocumentCheck.Fits;
import hotshoe.archive.DocumentCheck.Texts;
import hotshoe.archive.DocumentReader;
import hotshoe.archive.DocumentReader.Read;
import hotshoe.extension.ExtensionName;
import hotshoe.operation.OperationHandler;
import hotshoe.operation.OperationProvider;
import hotshoe.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Offers what an extension can do: its start, its choices and its commands. One is made for the
 * bundle of each extension. Immutable.
 */
public final class UniversalOperations implements OperationProvider {

  private final ExtensionName extension;
  private final Template template;

  /**
   * Operations of one extension.
   *
   * @param reader reads the template again, which was in order when the bundle was made
   * @param properties what the bundle says of the extension
   */
  public UniversalOperations(DocumentReader reader, Map<String, Object> properties) {
    this.extension = new ExtensionName((String) properties.get(BundleParts.EXTENSION));
    this.template =
        properties.get(BundleParts.TEMPLATE) instanceof String text
            ? template(reader, text)
            : Template.NONE;
  }

  private static Template template(DocumentReader reader, String text) {
    ByteArrayInputStream bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    Document document = ((Read) reader.read(ExtensionRoot.TEMPLATE, bytes)).document();
    Fits fits = (Fits) DocumentCheck.check(document, TemplateType.TEMPLATE, Texts.AS_WRITTEN);
    return new TemplateRules(document, fits.value()).template();
  }

  @Override
  public List<Offer> operations() {
    OperationHandler notRun =
        invocation -> {
          throw new ProblemException(UniversalProblems.notRun(extension));
        };
    return new TemplateOperations(extension, template)
        .all().stream().map(description -> new Offer(description, notRun)).toList();
  }
}
