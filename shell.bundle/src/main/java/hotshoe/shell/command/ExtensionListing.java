package hotshoe.shell.command;

import hotshoe.extension.Extension;
import hotshoe.extension.RejectedArchive;
import java.util.AbstractList;
import java.util.List;

/** The installed extensions, and beside them the archives that could not become one. */
public final class ExtensionListing extends AbstractList<Extension> {

  private final List<Extension> extensions;
  private final List<RejectedArchive> rejected;

  /** These extensions and these archives. */
  public ExtensionListing(List<Extension> extensions, List<RejectedArchive> rejected) {
    this.extensions = List.copyOf(extensions);
    this.rejected = List.copyOf(rejected);
  }

  /** Archives that were offered and are not installed. */
  public List<RejectedArchive> rejected() {
    return rejected;
  }

  @Override
  public Extension get(int index) {
    return extensions.get(index);
  }

  @Override
  public int size() {
    return extensions.size();
  }
}
