package hotshoe.archive;

import hotshoe.extension.ExtensionName;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.osgi.framework.Version;

/**
 * A bundle that holds no code of its own, as data: the loader writes it as a jar. Its components
 * are of classes of the dialect's own package, its files come from the archive.
 *
 * @param symbolicName of the bundle
 * @param version of the bundle
 * @param headers further headers of its manifest, such as {@code Bundle-Name}; line breaks in their
 *     values become blanks
 * @param imports the packages its components' classes are in, each with the range of versions that
 *     will do, such as {@code [1.0,2)}
 * @param needs what it requires of others
 * @param offers what it gives to others
 * @param components what runs in it
 * @param files what is carried over: its name in the bundle, and its name in the archive
 * @param programs those of the files that are to be executable though the archive does not mark
 *     them so; by their names in the bundle
 * @param texts small files that are not in the archive: the name in the bundle, and the text
 */
public record BundleForm(
    String symbolicName,
    Version version,
    Map<String, String> headers,
    Map<String, String> imports,
    List<Requirement> needs,
    List<Capability> offers,
    List<ComponentForm> components,
    Map<String, String> files,
    Set<String> programs,
    Map<String, String> texts) {

  /**
   * The folder of a bundle whose files {@link hotshoe.extension.ExtensionFiles} lays on the disk,
   * under their names below it.
   */
  public static final String FILES = "files/";

  /**
   * The file of a bundle in which the loader lists what it carries: for each file its SHA-256, its
   * size, what it is, its name, and where it leads if it is a link.
   */
  public static final String LIST = "META-INF/hotshoe-files";

  /**
   * The header that says under which file name its archive is given back, where that is not its
   * extension's name and version: letters, digits, {@code .}, {@code _} and {@code -}.
   */
  public static final String ARCHIVE_NAME = "Hotshoe-Archive-Name";

  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,69}");

  /**
   * Refuses what could not be written.
   *
   * @throws IllegalArgumentException when a name or a range cannot be one, when a header is one
   *     that the loader writes itself, or when two files would have one name
   */
  public BundleForm {
    Objects.requireNonNull(version, "version");
    headers = sorted(headers);
    imports = sorted(imports);
    needs = List.copyOf(needs);
    offers = List.copyOf(offers);
    components = List.copyOf(components);
    files = sorted(files);
    programs = Collections.unmodifiableSet(new TreeSet<>(programs));
    texts = sorted(texts);
    check(Requirement.NAME, symbolicName, "symbolic name");
    headers.keySet().forEach(header -> check(HEADER, header, "header"));
    FormCheck.headers(headers.keySet());
    FormCheck.imports(imports);
    FormCheck.names(components, files.keySet(), texts.keySet());
    if (!files.keySet().containsAll(programs)) {
      throw new IllegalArgumentException("not among the files: " + programs);
    }
  }

  /**
   * A symbolic name for the bundle of an extension. Names of extensions may have dots at their end
   * or beside each other; symbolic names may not.
   */
  public static String symbolicName(String dialect, ExtensionName extension) {
    return dialect + "." + extension.value().replaceAll("\\.(?=\\.|$)", ".-");
  }

  /** A form with nothing in it yet. */
  public static BundleForm of(Descriptor descriptor) {
    return new BundleForm(
        descriptor.symbolicName(),
        descriptor.version(),
        Map.of(),
        Map.of(),
        descriptor.needs(),
        descriptor.offers(),
        List.of(),
        Map.of(),
        Set.of(),
        Map.of());
  }

  /** The same with these headers instead. */
  public BundleForm withHeaders(Map<String, String> others) {
    return new BundleForm(
        symbolicName, version, others, imports, needs, offers, components, files, programs, texts);
  }

  /** The same with these components, whose classes are in these packages. */
  public BundleForm withComponents(List<ComponentForm> others, Map<String, String> packages) {
    return new BundleForm(
        symbolicName, version, headers, packages, needs, offers, others, files, programs, texts);
  }

  /** The same with all files of an archive, under a folder, see {@link #FILES}. */
  public BundleForm carrying(Contents contents, String folder) {
    Map<String, String> carried = new TreeMap<>();
    contents.names().forEach(name -> carried.put(folder + name, contents.nameInArchive(name)));
    return new BundleForm(
        symbolicName,
        version,
        headers,
        imports,
        needs,
        offers,
        components,
        carried,
        Set.of(),
        texts);
  }

  /** The same, with these of its files executable, by their names in the bundle. */
  public BundleForm withPrograms(Collection<String> others) {
    return new BundleForm(
        symbolicName,
        version,
        headers,
        imports,
        needs,
        offers,
        components,
        files,
        new TreeSet<>(others),
        texts);
  }

  /** The same with these texts instead. */
  public BundleForm withTexts(Map<String, String> others) {
    return new BundleForm(
        symbolicName,
        version,
        headers,
        imports,
        needs,
        offers,
        components,
        files,
        programs,
        others);
  }

  private static Map<String, String> sorted(Map<String, String> map) {
    return Collections.unmodifiableMap(new TreeMap<>(map));
  }

  private static void check(Pattern form, String name, String what) {
    if (!form.matcher(name).matches()) {
      throw new IllegalArgumentException("not a " + what + ": " + name);
    }
  }
}
