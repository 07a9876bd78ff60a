package hotshoe.shell.text;

import hotshoe.slice.SliceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Boxes in rows, and lines leading down between them.
 *
 * @param edges for every slice, in start order, the slices that a line leads from
 * @param boxes how each slice is shown
 */
record Drawing(Map<SliceName, Set<SliceName>> edges, Function<SliceName, Item> boxes) {

  private static final int BOX_HEIGHT = 3;
  private static final int ATTEMPTS = 20;
  private static final int SLACK = 8;

  /**
   * Tries with fewer and fewer boxes in a row until the lines between them find room as well.
   *
   * @return empty when no attempt succeeds
   */
  Optional<Canvas> on(Screen screen, int columns) {
    int limit = columns;
    for (int attempt = 0; attempt < ATTEMPTS && limit > 0; attempt++) {
      List<List<Item>> rows = new Layers(edges, boxes, limit).rows();
      int widest = rows.stream().mapToInt(Layers::width).max().orElse(0);
      Optional<Canvas> canvas =
          widest > columns
              ? Optional.empty()
              : draw(rows, new Canvas(Math.min(columns, widest + SLACK), screen));
      if (canvas.isPresent()) {
        return canvas;
      }
      limit -= Math.max(1, Math.min(SLACK, widest - columns));
    }
    return Optional.empty();
  }

  private static Optional<Canvas> draw(List<List<Item>> rows, Canvas canvas) {
    new Arrangement(rows, canvas.columns()).apply();
    List<Channel> channels = new ArrayList<>();
    for (int i = 0; i + 1 < rows.size(); i++) {
      channels.add(new Channel(rows.get(i), rows.get(i + 1)));
    }
    if (!channels.stream().allMatch(Channel::route)) {
      return Optional.empty();
    }
    int top = 0;
    for (int i = 0; i < rows.size(); i++) {
      int below = top + BOX_HEIGHT;
      if (i < channels.size()) {
        lines(canvas, channels.get(i), below);
        below += channels.get(i).height();
      }
      items(canvas, rows.get(i), top);
      top = below;
    }
    return Optional.of(canvas);
  }

  /** First all that goes across, so that what goes down passes over it. */
  private static void lines(Canvas canvas, Channel channel, int top) {
    List<Net> bent = channel.nets().stream().filter(net -> !net.isStraight()).toList();
    for (Net net : bent) {
      int track = top + channel.track(net);
      canvas.across(track, net.span().getMin(), net.span().getMax(), net.id());
    }
    int bottom = top + channel.height();
    for (Net net : bent) {
      int track = top + channel.track(net);
      net.upper().values().forEach(column -> canvas.down(column, top - 1, track, net.id()));
      net.lower().values().forEach(column -> canvas.down(column, track, bottom, net.id()));
    }
    channel.nets().stream()
        .filter(Net::isStraight)
        .forEach(net -> canvas.down(net.span().getMin(), top - 1, bottom, net.id()));
  }

  private static void items(Canvas canvas, List<Item> row, int top) {
    for (Item item : row) {
      if (item.isLane()) {
        canvas.down(item.column(), top, top + BOX_HEIGHT - 1, -1);
      } else {
        canvas.box(top, item);
      }
    }
  }
}
