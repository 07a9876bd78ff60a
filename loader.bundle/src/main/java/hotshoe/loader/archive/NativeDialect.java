package hotshoe.loader.archive;

import hotshoe.archive.Contents;
import hotshoe.archive.Description;
import hotshoe.archive.Description.NotUnderstood;
import hotshoe.archive.Description.Understood;
import hotshoe.archive.Descriptor;
import hotshoe.archive.Dialect;
import hotshoe.archive.Translation;
import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/** Jars that are OSGi bundles of release 4 or later: taken as they come. */
public final class NativeDialect implements Dialect {

  static final int MANIFEST_LIMIT = 4 << 20;

  static final String MANIFEST = "META-INF/MANIFEST.MF";
  private static final Pattern SYMBOLIC_NAME = Pattern.compile("[A-Za-z0-9_.-]+");
  private static final Set<String> SYSTEM_BUNDLES =
      Set.of(Constants.SYSTEM_BUNDLE_SYMBOLICNAME, "org.apache.felix.framework");

  @Override
  public String name() {
    return "native";
  }

  @Override
  public String mark() {
    return "Bundle-SymbolicName in " + MANIFEST;
  }

  /** Every tool that makes jars leaves a manifest, so that it is there proves nothing. */
  @Override
  public boolean recognises(Contents contents) {
    return contents.isZip()
        && contents.size(MANIFEST).filter(size -> mayBeBundle(size, contents)).isPresent();
  }

  /** Also when nobody can read the manifest: then that is what is told. */
  private static boolean mayBeBundle(long size, Contents contents) {
    if (size > MANIFEST_LIMIT) {
      return true;
    }
    try (InputStream bytes = contents.open(MANIFEST).orElseThrow()) {
      Attributes headers = new Manifest(bytes).getMainAttributes();
      return Stream.of(Constants.BUNDLE_MANIFESTVERSION, Constants.BUNDLE_SYMBOLICNAME)
          .anyMatch(header -> !trimmed(headers, header).isEmpty());
    } catch (IOException | IllegalArgumentException malformed) {
      return true;
    }
  }

  /**
   * The framework reads it as it is; {@code LICENSE} beside {@code license/} is nothing unusual.
   */
  @Override
  public boolean unpacks() {
    return false;
  }

  @Override
  public Description describe(String origin, Contents contents) {
    if (contents.size(MANIFEST).orElse(0L) > MANIFEST_LIMIT) {
      return refused(
          ArchiveProblems.manifest(origin, "it is larger than " + (MANIFEST_LIMIT >> 20) + " MB"));
    }
    try (InputStream bytes = contents.open(MANIFEST).orElseThrow()) {
      return describe(origin, new Manifest(bytes).getMainAttributes());
    } catch (IOException | IllegalArgumentException malformed) {
      String why = Optional.ofNullable(malformed.getMessage()).orElse("it is malformed");
      return refused(ArchiveProblems.manifest(origin, ArchiveProblems.shown(why)));
    }
  }

  @Override
  public Translation translate(Descriptor descriptor, Contents contents) {
    return new Translation.Unchanged();
  }

  private Description describe(String origin, Attributes headers) {
    String kind = trimmed(headers, Constants.BUNDLE_MANIFESTVERSION);
    String symbolicName = beforeDirectives(trimmed(headers, Constants.BUNDLE_SYMBOLICNAME));
    if (!kind.equals("2")) {
      return refused(ArchiveProblems.oldBundle(origin, kind));
    }
    return describe(origin, headers, symbolicName);
  }

  private Description describe(String origin, Attributes headers, String symbolicName) {
    List<Problem> problems = new ArrayList<>();
    if (!SYMBOLIC_NAME.matcher(symbolicName).matches()) {
      String why = "'" + ArchiveProblems.shown(symbolicName) + "' is not a symbolic name";
      problems.add(ArchiveProblems.header(origin, Constants.BUNDLE_SYMBOLICNAME, why));
    }
    if (SYSTEM_BUNDLES.contains(beforeDirectives(trimmed(headers, Constants.FRAGMENT_HOST)))) {
      problems.add(ArchiveProblems.frameworkExtension(origin));
    }
    exportsOfTheHost(headers).stream()
        .map(name -> ArchiveProblems.exportsOfTheHost(origin, name))
        .forEach(problems::add);
    Optional<Version> version = version(origin, headers, problems);
    Optional<ExtensionName> name = extensionName(origin, headers, problems);
    if (!problems.isEmpty()) {
      return new NotUnderstood(problems);
    }
    return new Understood(
        descriptor(name.orElseThrow(), version.orElseThrow(), symbolicName, headers));
  }

  private Descriptor descriptor(
      ExtensionName name, Version version, String symbolicName, Attributes headers) {
    String title = literal(trimmed(headers, Constants.BUNDLE_NAME));
    return new Descriptor(
        name,
        version,
        name(),
        symbolicName,
        title.isEmpty() ? name.value() : title,
        literal(trimmed(headers, Constants.BUNDLE_DESCRIPTION)));
  }

  /** The host's own types come from the host alone; of two copies neither would fit the other. */
  private static List<String> exportsOfTheHost(Attributes headers) {
    String unquoted = trimmed(headers, Constants.EXPORT_PACKAGE).replaceAll("\"[^\"]*\"", "");
    return Stream.of(unquoted.split("[,;]"))
        .map(String::strip)
        .filter(part -> part.startsWith("hotshoe.") && part.indexOf('=') < 0)
        .toList();
  }

  private static Optional<Version> version(
      String origin, Attributes headers, List<Problem> problems) {
    String text = trimmed(headers, Constants.BUNDLE_VERSION);
    try {
      return Optional.of(Version.parseVersion(text));
    } catch (IllegalArgumentException malformed) {
      String why = "'" + ArchiveProblems.shown(text) + "' is not a version such as 1.2.3";
      problems.add(ArchiveProblems.header(origin, Constants.BUNDLE_VERSION, why));
      return Optional.empty();
    }
  }

  private static Optional<ExtensionName> extensionName(
      String origin, Attributes headers, List<Problem> problems) {
    try {
      return Optional.of(ExtensionName.of(dictionary(headers)));
    } catch (IllegalArgumentException malformed) {
      String why = ArchiveProblems.shown(malformed.getMessage());
      problems.add(ArchiveProblems.header(origin, ExtensionName.HEADER, why));
      return Optional.empty();
    }
  }

  private static Dictionary<String, String> dictionary(Attributes headers) {
    Dictionary<String, String> dictionary = new Hashtable<>();
    for (String header : List.of(ExtensionName.HEADER, Constants.BUNDLE_SYMBOLICNAME)) {
      Optional.ofNullable(headers.getValue(header))
          .ifPresent(value -> dictionary.put(header, value));
    }
    return dictionary;
  }

  private static Description refused(Problem problem) {
    return new NotUnderstood(List.of(problem));
  }

  private static String trimmed(Attributes headers, String name) {
    return Optional.ofNullable(headers.getValue(name)).map(String::trim).orElse("");
  }

  /** A header whose text is in a properties file of the bundle says nothing as it stands. */
  private static String literal(String text) {
    return text.startsWith("%") ? "" : ArchiveProblems.shown(text);
  }

  private static String beforeDirectives(String header) {
    int directive = header.indexOf(';');
    return (directive < 0 ? header : header.substring(0, directive)).trim();
  }
}
