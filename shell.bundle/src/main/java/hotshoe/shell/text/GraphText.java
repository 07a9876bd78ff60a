package hotshoe.shell.text;

import hotshoe.shell.command.GraphPicture;

/** A graph of slices in the form that was asked for. */
final class GraphText {

  private GraphText() {}

  static void write(GraphPicture picture, Page page) {
    switch (picture.form()) {
      case DOT -> DotText.write(picture, page);
      case JSON -> JsonText.write(picture, page);
      case DRAWING -> DrawingText.write(picture, page);
    }
  }
}
