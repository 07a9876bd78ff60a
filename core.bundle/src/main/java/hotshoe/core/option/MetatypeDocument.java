package hotshoe.core.option;

import hotshoe.configuration.Predecessor;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One Metatype document as it stands in a bundle (OSGi Compendium, chapter 105). Entities are not
 * expanded; what is not known here is passed over.
 *
 * @param localization the base name of the document's texts
 * @param classes the attributes of every object class, by its identifier
 * @param designates which object class each persistent identifier has
 */
record MetatypeDocument(
    String localization, Map<String, List<Attribute>> classes, Map<String, String> designates) {

  private static final String USUAL_LOCALIZATION = "OSGI-INF/l10n/bundle";

  /**
   * Reads a document.
   *
   * @throws XMLStreamException when it is not well-formed
   */
  static MetatypeDocument read(InputStream in) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader xml = factory.createXMLStreamReader(in);
    try {
      return new Reader(xml).read();
    } finally {
      xml.close();
    }
  }

  /** The attributes under a persistent identifier, with texts in place of their keys. */
  List<Attribute> attributes(String identifier, UnaryOperator<String> texts) {
    return Optional.ofNullable(designates.get(identifier)).map(classes::get).stream()
        .flatMap(List::stream)
        .map(attribute -> attribute.described(texts.apply(attribute.description())))
        .toList();
  }

  /** Goes through the document once; state is what the present element stands in. */
  private static final class Reader {

    private final XMLStreamReader xml;
    private final Map<String, List<Attribute>> classes = new LinkedHashMap<>();
    private final Map<String, String> designates = new LinkedHashMap<>();
    private String localization = USUAL_LOCALIZATION;
    private List<Attribute> attributes = new ArrayList<>();
    private String designated = "";

    Reader(XMLStreamReader xml) {
      this.xml = xml;
    }

    MetatypeDocument read() throws XMLStreamException {
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          begin(xml.getLocalName());
        }
      }
      return new MetatypeDocument(localization, classes, designates);
    }

    private void begin(String element) {
      switch (element) {
        case "MetaData" -> localization = value("localization").orElse(USUAL_LOCALIZATION);
        case "OCD" -> classes.put(value("id").orElse(""), attributes = new ArrayList<>());
        case "AD" -> attributes.add(attribute());
        case "Option" -> addOption();
        case "Designate" -> designated = value("pid").or(() -> value("factoryPid")).orElse("");
        case "Object" -> designates.put(designated, value("ocdref").orElse(""));
        default -> {
          // Icons, and whatever later versions bring.
        }
      }
    }

    private Attribute attribute() {
      return new Attribute(
          value("id").orElse(""),
          AttributeType.of(value("type").orElse("String")),
          whole(value("cardinality").orElse("0")),
          value("default").map(EscapedList::split).orElse(List.of()),
          value("description").orElse(""),
          List.of(),
          Optional.ofNullable(xml.getAttributeValue(Predecessor.NAMESPACE_, "predecessor")),
          value("min").flatMap(Reader::number),
          value("max").flatMap(Reader::number));
    }

    private void addOption() {
      if (!attributes.isEmpty()) {
        int last = attributes.size() - 1;
        attributes.set(last, attributes.get(last).allowing(value("value").orElse("")));
      }
    }

    private Optional<String> value(String attribute) {
      return Optional.ofNullable(xml.getAttributeValue(null, attribute));
    }

    private static int whole(String text) {
      return number(text).map(BigDecimal::intValue).orElse(0);
    }

    private static Optional<BigDecimal> number(String text) {
      try {
        return Optional.of(new BigDecimal(text.trim()));
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }
  }
}
