package hotshoe.shell.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What stands in a row of a drawing: a box or, between boxes, a lane for a long line. */
final class Item {

  private final String text;
  private final Tone tone;
  private final int width;
  private final List<Item> above = new ArrayList<>();
  private final List<Item> below = new ArrayList<>();
  private int column;

  private Item(String text, Tone tone, int width) {
    this.text = text;
    this.tone = tone;
    this.width = width;
  }

  static Item box(String text, Tone tone) {
    return new Item(text, tone, Width.of(text) + 4);
  }

  static Item lane() {
    return new Item("", Tone.PLAIN, 1);
  }

  void leadsTo(Item lower) {
    below.add(lower);
    lower.above.add(this);
  }

  boolean isLane() {
    return text.isEmpty();
  }

  String text() {
    return text;
  }

  Tone tone() {
    return tone;
  }

  int width() {
    return width;
  }

  List<Item> above() {
    return above;
  }

  List<Item> below() {
    return below;
  }

  int column() {
    return column;
  }

  void moveTo(int newColumn) {
    column = newColumn;
  }

  double centre() {
    return column + (width - 1) / 2.0;
  }

  /** The mean of the centres, or this item's own when there are none. */
  double centreOf(Collection<Item> items) {
    return items.stream().mapToDouble(Item::centre).average().orElse(centre());
  }

  /** The first column at which a line may end. */
  int firstPort() {
    return isLane() ? column : column + 1;
  }

  /** The last column at which a line may end. */
  int lastPort() {
    return isLane() ? column : column + width - 2;
  }
}
