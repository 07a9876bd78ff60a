package hotshoe.xapi;

import hotshoe.archive.Document;
import hotshoe.archive.DocumentCheck;
import hotshoe.archive.DocumentCheck.Fits;
import hotshoe.archive.DocumentCheck.Texts;
import hotshoe.archive.DocumentReader;
import hotshoe.archive.DocumentReader.Read;
import hotshoe.extension.ExtensionName;
import hotshoe.operation.OperationDescription;
import hotshoe.operation.OperationDescription.Messages;
import hotshoe.operation.OperationName;
import hotshoe.operation.OperationProvider;
import hotshoe.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Offers the calls of an extension, each under the name of its executable as title, and with an
 * underscore for the dot as operation. One is made for the bundle of each extension. Immutable.
 */
public final class XapiOperations implements OperationProvider {

  static final String EXTENSION = "extension";
  static final String UNDECLARED = "undeclared";
  static final String CALLS = ".calls";

  private final ExtensionName extension;
  private final List<Call> calls;

  /**
   * Calls of one extension.
   *
   * @param reader reads the declaration again, which was in order when the bundle was made
   * @param properties what the bundle says of the extension
   */
  public XapiOperations(DocumentReader reader, Map<String, Object> properties) {
    this.extension = new ExtensionName((String) properties.get(EXTENSION));
    List<Call> all = new ArrayList<>();
    if (properties.get(CALLS) instanceof String text) {
      all.addAll(declared(reader, text));
    }
    texts(properties.get(UNDECLARED)).forEach(name -> all.add(Call.undeclared(name)));
    this.calls = List.copyOf(all);
  }

  private static List<Call> declared(DocumentReader reader, String text) {
    ByteArrayInputStream bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    Document document = ((Read) reader.read("calls.yaml", bytes)).document();
    Fits fits = (Fits) DocumentCheck.check(document, CallsType.CALLS, Texts.AS_WRITTEN);
    return new DeclarationRules(document, fits.value()).read().calls();
  }

  /** Declarative Services give one text for a list of one. */
  private static List<String> texts(Object value) {
    if (value instanceof String[] several) {
      return List.of(several);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(String.class::cast).toList();
    }
    return value instanceof String one ? List.of(one) : List.of();
  }

  @Override
  public List<Offer> operations() {
    return calls.stream().map(this::offer).toList();
  }

  private Offer offer(Call call) {
    return new Offer(
        description(call),
        invocation -> {
          throw new ProblemException(XapiProblems.notRun(extension, call.name()));
        });
  }

  private OperationDescription description(Call call) {
    return new OperationDescription(
        new OperationName(extension, Call.shortName(call.name())),
        call.name(),
        call.doc(),
        call.parameters(),
        call.result(),
        call.errors(),
        call.access(),
        Optional.empty(),
        call.limit(),
        call.traits(),
        call.lifecycle(),
        Messages.DEFAULT);
  }
}
