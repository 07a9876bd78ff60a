package hotshoe.core.operation;

import hotshoe.extension.ExtensionName;
import java.util.ArrayList;
import java.util.List;

/** Fills a catalogue as providers do. */
final class CatalogueFill {

  private final Shelves shelves = new Shelves();

  Catalogue of(int providers, int each) {
    for (int provider = 0; provider < providers; provider++) {
      String extension = "e" + provider % 10;
      Gate gate = shelves.gate(new ExtensionName(extension));
      List<Entry> entries = new ArrayList<>(each);
      for (int i = 0; i < each; i++) {
        String name = extension + ".operation-" + (provider * each + i);
        entries.add(new Entry(CatalogueBench.describe(name), CatalogueBench.ADD, gate, extension));
      }
      shelves.add(gate, entries);
    }
    return shelves.catalogue();
  }
}
