package hotshoe.ansible;

import hotshoe.archive.ArchiveName;
import hotshoe.archive.Document;
import hotshoe.archive.DocumentReader;
import hotshoe.archive.DocumentReader.NotRead;
import hotshoe.archive.DocumentReader.Read;
import hotshoe.archive.DocumentReader.Reading;
import hotshoe.archive.SemanticVersions;
import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.framework.Version;

/**
 * Who an archive of inventories is: a collection says it in its {@code galaxy.yml} or, once it was
 * built, in its {@code MANIFEST.json}; anything else is called as its archive.
 *
 * @param name {@code namespace.name} for a collection
 * @param version its version
 * @param description what it is for, or empty
 * @param collection the folder in which Ansible looks for the collection, ending with a stroke; or
 *     empty
 */
record Identity(ExtensionName name, Version version, String description, String collection) {

  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]{0,99}");

  /**
   * Reads it.
   *
   * @throws ProblemException with everything that is wrong
   */
  static Identity of(DocumentReader reader, String origin, Sources sources) {
    Optional<String> collection = sources.collection();
    return collection.isPresent()
        ? collection(reader, origin, sources, collection.get())
        : archive(origin, sources);
  }

  private static Identity archive(String origin, Sources sources) {
    ArchiveName own = ArchiveName.of(sources.topFolder(), origin);
    ExtensionName name =
        own.extension().orElseThrow(() -> new ProblemException(AnsibleProblems.nameless(origin)));
    return new Identity(name, own.version().orElse(Version.emptyVersion), "", "");
  }

  private static Identity collection(
      DocumentReader reader, String origin, Sources sources, String file) {
    Reading reading = reader.read(origin, sources.contents(), file);
    if (reading instanceof NotRead faults) {
      throw new ProblemException(faults.problems());
    }
    Document document = ((Read) reading).document();
    Object root = document.root().plain();
    Map<?, ?> whole = asMap(root);
    Map<?, ?> said = whole.get("collection_info") instanceof Map<?, ?> map ? map : whole;
    String namespace = word(origin, file, said, "namespace");
    String name = word(origin, file, said, "name");
    Object about = said.get("description");
    return new Identity(
        new ExtensionName(namespace + "." + name),
        version(origin, file, said),
        about instanceof String text ? text : "",
        "ansible_collections/" + namespace + "/" + name + "/");
  }

  private static Map<?, ?> asMap(Object root) {
    return root instanceof Map<?, ?> map ? map : Map.of();
  }

  private static String word(String origin, String file, Map<?, ?> said, String key) {
    if (said.get(key) instanceof String text && WORD.matcher(text).matches()) {
      return text;
    }
    String why = key + " is not a word of lower case letters, digits and underscores";
    throw new ProblemException(AnsibleProblems.collection(origin, file, why));
  }

  private static Version version(String origin, String file, Map<?, ?> said) {
    Object version = said.get("version");
    try {
      return SemanticVersions.parse(String.valueOf(version));
    } catch (IllegalArgumentException wrong) {
      String why = "version is none: " + wrong.getMessage();
      Problem problem = AnsibleProblems.collection(origin, file, why);
      throw new ProblemException(problem);
    }
  }
}
