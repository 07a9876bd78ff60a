package hotshoe.form;

import hotshoe.type.Type.Choice;
import java.util.List;
import java.util.Objects;

/** What a person gives a value with (row CS-69). Doors draw it as they can. Immutable. */
public sealed interface Widget {

  /** The word for it in documents, such as {@code select}. */
  String word();

  /**
   * A box for text.
   *
   * @param lines whether it usually has several lines
   */
  record TextBox(boolean lines) implements Widget {
    @Override
    public String word() {
      return lines ? "lines" : "text";
    }
  }

  /** A box that does not show what is written into it. */
  record MaskedBox() implements Widget {
    @Override
    public String word() {
      return "masked";
    }
  }

  /**
   * A box for a number.
   *
   * @param decimals how many digits stand behind the point: 0 for whole numbers, else 2
   * @param minimum the least number; absent where it has no bound
   * @param maximum the greatest number; absent where it has no bound
   */
  record NumberBox(
      int decimals, java.util.Optional<Number> minimum, java.util.Optional<Number> maximum)
      implements Widget {
    public NumberBox {
      Objects.requireNonNull(minimum, "minimum");
      Objects.requireNonNull(maximum, "maximum");
    }

    @Override
    public String word() {
      return "number";
    }
  }

  /** A switch. It is sent on or off, and never left out. */
  record Switch() implements Widget {
    @Override
    public String word() {
      return "switch";
    }
  }

  /** A date with a time; it is sent in ISO 8601 with the offset of who gives it. */
  record DateTimePicker() implements Widget {
    @Override
    public String word() {
      return "date-time";
    }
  }

  /**
   * A list to choose one from.
   *
   * @param options in order
   */
  record Select(List<Choice.Item> options) implements Widget {
    public Select {
      options = List.copyOf(options);
    }

    @Override
    public String word() {
      return "select";
    }
  }

  /**
   * A resource to choose.
   *
   * @param kind of this kind; empty for any
   */
  record ResourcePicker(String kind) implements Widget {
    @Override
    public String word() {
      return "resource";
    }
  }

  /**
   * A file whose bytes are sent, as Base64 where a format has only text.
   *
   * @param maximumLength the most bytes it may have
   */
  record FilePicker(int maximumLength) implements Widget {
    @Override
    public String word() {
      return "file";
    }
  }

  /**
   * As many values as wanted.
   *
   * @param element each of them; it has no name
   */
  record Rows(FormField element) implements Widget {
    public Rows {
      Objects.requireNonNull(element, "element");
    }

    @Override
    public String word() {
      return "list";
    }
  }

  /**
   * As many values with names as wanted.
   *
   * @param value each of them; it has no name
   */
  record Pairs(FormField value) implements Widget {
    public Pairs {
      Objects.requireNonNull(value, "value");
    }

    @Override
    public String word() {
      return "map";
    }
  }

  /**
   * Several fields that belong together.
   *
   * @param fields in order
   */
  record Group(List<FormField> fields) implements Widget {
    public Group {
      fields = List.copyOf(fields);
    }

    @Override
    public String word() {
      return "group";
    }
  }

  /** A box for a value that may be anything, written as JSON. */
  record JsonBox() implements Widget {
    @Override
    public String word() {
      return "json";
    }
  }
}
