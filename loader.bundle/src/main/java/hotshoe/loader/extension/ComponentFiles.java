package hotshoe.loader.extension;

import hotshoe.loader.store.ExtensionRecord;
import hotshoe.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/**
 * The descriptions of components that a bundle says it has. Declarative services pass over those
 * that they cannot read, and the bundle is active without doing anything; here somebody says so.
 */
final class ComponentFiles {

  private static final String HEADER = "Service-Component";
  private static final String NAMESPACE = "http://www.osgi.org/xmlns/scr/";

  private final ServiceComponentRuntime runtime;

  ComponentFiles(ServiceComponentRuntime runtime) {
    this.runtime = runtime;
  }

  /** One problem for each description of a started bundle from which no component came. */
  List<Problem> unread(ExtensionRecord extension, Bundle bundle) {
    String header = bundle.getHeaders("").get(HEADER);
    if (header == null || header.isBlank()) {
      return List.of();
    }
    Set<String> known =
        runtime.getComponentDescriptionDTOs(bundle).stream()
            .map(component -> component.name)
            .collect(Collectors.toSet());
    List<Problem> problems = new ArrayList<>();
    for (String path : paths(header)) {
      List<URL> files = find(bundle, path);
      if (files.isEmpty()) {
        problems.add(ExtensionProblems.componentUnread(extension, path, "it is not in the bundle"));
      }
      for (URL file : files) {
        fault(file, known)
            .ifPresent(
                why ->
                    problems.add(
                        ExtensionProblems.componentUnread(
                            extension, file.getPath().substring(1), why)));
      }
    }
    return problems;
  }

  private static List<String> paths(String header) {
    return Arrays.stream(header.split(","))
        .map(item -> item.replaceFirst(";.*", "").strip())
        .filter(path -> !path.isEmpty())
        .toList();
  }

  /** Found in the way in which declarative services find them. */
  private static List<URL> find(Bundle bundle, String path) {
    if (path.indexOf('*') < 0) {
      return Optional.ofNullable(bundle.getResource(path)).stream().toList();
    }
    int slash = path.lastIndexOf('/');
    return Optional.ofNullable(
            bundle.findEntries(
                slash < 0 ? "/" : path.substring(0, slash), path.substring(slash + 1), false))
        .map(files -> (List<URL>) Collections.list(files))
        .orElse(List.of());
  }

  /** What is wrong with a file, if its components are not all known. */
  private static Optional<String> fault(URL file, Set<String> known) {
    if (isNamedForOneOf(known, file)) {
      return Optional.empty();
    }
    try (InputStream in = file.openStream()) {
      Set<String> declared = declared(in);
      declared.removeAll(known);
      return declared.isEmpty()
          ? Optional.empty()
          : Optional.of(
              "declarative services do not take " + String.join(", ", declared) + "; see the log");
    } catch (XMLStreamException broken) {
      return Optional.of(
          "line " + broken.getLocation().getLineNumber() + " is not well-formed XML");
    } catch (IOException failure) {
      return Optional.of(ExtensionProblems.words(failure));
    }
  }

  /** As the common tools name them: nothing has to be read to know that it was read. */
  private static boolean isNamedForOneOf(Set<String> known, URL file) {
    String name = file.getPath().substring(file.getPath().lastIndexOf('/') + 1);
    return name.endsWith(".xml") && known.contains(name.substring(0, name.length() - 4));
  }

  private static Set<String> declared(InputStream in) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader xml = factory.createXMLStreamReader(in);
    Set<String> names = new TreeSet<>();
    boolean unnamed = false;
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        Optional<String> name = Optional.ofNullable(xml.getAttributeValue(null, "name"));
        if (isComponent(xml)) {
          name.ifPresent(names::add);
          unnamed = name.isEmpty();
        } else if (unnamed && xml.getLocalName().equals("implementation")) {
          names.add(String.valueOf(xml.getAttributeValue(null, "class")));
          unnamed = false;
        }
      }
    }
    return names;
  }

  private static boolean isComponent(XMLStreamReader xml) {
    String namespace = xml.getNamespaceURI();
    return xml.getLocalName().equals("component")
        && (namespace == null || namespace.isEmpty() || namespace.startsWith(NAMESPACE));
  }
}
