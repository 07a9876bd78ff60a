package hotshoe.inventory.source;

import hotshoe.inventory.format.SourceFile;
import hotshoe.problem.Problem;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Reads JSON and YAML; keys that stand twice are told, refused or ignored, as the setting says. */
public final class DataFiles {

  private final Settings settings;
  private final String duplicates;
  private final Consumer<Problem> warnings;
  private final Footprint footprint;

  /** Reads with these settings. */
  public DataFiles(Settings settings, Consumer<Problem> warnings) {
    this(settings, warnings, new Footprint());
  }

  DataFiles(Settings settings, Consumer<Problem> warnings, Footprint footprint) {
    this.settings = settings;
    this.footprint = footprint;
    this.duplicates = settings.duplicateKeys();
    this.warnings = warnings;
  }

  /** The value that a file is; nothing for an empty one. */
  public Object read(Path file) {
    return SourceFile.data(file, bytes(file), (key, line) -> duplicate(file + ":" + line, key));
  }

  /** What a file holds, decrypted where it has to be. */
  byte[] bytes(Path file) {
    note(file);
    return SourceFile.bytes(file, settings.vaultPassword());
  }

  /** A file or folder is about to be looked at. */
  void note(Path path) {
    footprint.note(path);
  }

  private void duplicate(String place, Object key) {
    if (duplicates.equals("error")) {
      throw SourceProblems.duplicateFails(place, key);
    }
    if (!duplicates.equals("ignore")) {
      warnings.accept(SourceProblems.duplicate(place, key));
    }
  }
}
