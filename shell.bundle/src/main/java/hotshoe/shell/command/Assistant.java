package hotshoe.shell.command;

import java.util.Collection;
import java.util.List;

/** What the target of a command knows of the words that may be written after it. */
public interface Assistant {

  /**
   * What can be written now.
   *
   * @param kind what the parameter says that it takes
   * @param words the words before the cursor's, the command's name first
   * @param begun what is there of the cursor's word, or empty
   */
  Collection<Offer> offers(Completes.Kind kind, List<String> words, String begun);

  /** Whether these words, the command's name first, hold a secret that no history may keep. */
  default boolean holdsSecret(List<String> words) {
    return false;
  }

  /**
   * A word that can be written.
   *
   * @param word the word
   * @param description one sentence for the menu, or empty
   * @param whole whether the word is complete; otherwise more is to follow it at once
   */
  record Offer(String word, String description, boolean whole) {
    /** A complete word. */
    public static Offer of(String word, String description) {
      return new Offer(word, description, true);
    }
  }
}
