package hotshoe.shell.command;

import java.util.AbstractList;
import java.util.List;

/**
 * Rows of one kind, as commands return them. A list like any other to scripts; whoever shows it
 * knows what the rows are even when there are none.
 *
 * @param <T> the kind
 */
public final class Listing<T> extends AbstractList<T> {

  private final Class<T> kind;
  private final List<T> rows;

  /** These rows. */
  public Listing(Class<T> kind, List<T> rows) {
    this.kind = kind;
    this.rows = List.copyOf(rows);
  }

  /** What every row is. */
  public Class<T> kind() {
    return kind;
  }

  @Override
  public T get(int index) {
    return rows.get(index);
  }

  @Override
  public int size() {
    return rows.size();
  }
}
