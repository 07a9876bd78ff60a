package hotshoe.loader.document;

import hotshoe.archive.Contents;
import hotshoe.archive.DocumentReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** Reads YAML, as the service that every dialect uses. Holds nothing. */
@Component
public final class YamlDocuments implements DocumentReader {

  static final int LARGEST = 1 << 20;

  @Override
  public Reading read(String origin, InputStream bytes) {
    try {
      byte[] head = bytes.readNBytes(LARGEST + 1);
      if (head.length > LARGEST) {
        throw new NotYaml(ManifestProblems.tooLarge(origin, LARGEST));
      }
      return new Composition(origin, SourceText.of(origin, head)).read();
    } catch (NotYaml fault) {
      return new NotRead(List.of(fault.problem()));
    } catch (IOException failure) {
      return new NotRead(List.of(ManifestProblems.unreadable(origin, failure)));
    }
  }

  @Override
  public Reading read(String origin, Contents contents, String name) {
    try {
      Optional<InputStream> file = contents.open(name);
      if (file.isEmpty()) {
        return new NotRead(List.of(ManifestProblems.missing(origin, name)));
      }
      try (InputStream bytes = file.get()) {
        return read(origin + "!" + name, bytes);
      }
    } catch (IOException failure) {
      return new NotRead(List.of(ManifestProblems.unreadable(origin + "!" + name, failure)));
    }
  }
}
