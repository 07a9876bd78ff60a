package hotshoe.runtime.configuration;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types of host options: what may be written, and what it becomes. */
enum OptionType {
  TEXT {
    @Override
    Object read(Object written) {
      String text = scalar(written).toString();
      if (text.isBlank()) {
        throw new IllegalArgumentException("some text is expected");
      }
      return text;
    }
  },
  NUMBER {
    @Override
    Object read(Object written) {
      if (written instanceof Long) {
        return written;
      }
      try {
        return Long.valueOf(scalar(written).toString().trim());
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("a whole number is expected", e);
      }
    }
  },
  PORT("number") {
    @Override
    Object read(Object written) {
      long port = (Long) NUMBER.read(written);
      if (port < 0 || port > 65535) {
        throw new IllegalArgumentException("a port is a number from 0 to 65535");
      }
      return port;
    }
  },
  FLAG {
    @Override
    Object read(Object written) {
      return switch (scalar(written).toString().trim().toLowerCase(Locale.ROOT)) {
        case "true", "yes", "on", "1" -> true;
        case "false", "no", "off", "0" -> false;
        default -> throw new IllegalArgumentException("true or false is expected");
      };
    }
  },
  DURATION {
    @Override
    Object read(Object written) {
      String text = scalar(written).toString().trim();
      duration(text);
      return text;
    }
  },
  PATH {
    @Override
    Object read(Object written) {
      String text = scalar(written).toString();
      if (text.isBlank() || text.indexOf('\0') >= 0) {
        throw new IllegalArgumentException("a path is expected");
      }
      return text;
    }
  },
  LIST {
    @Override
    Object read(Object written) {
      List<?> items =
          written instanceof List<?> list ? list : List.of(written.toString().split(","));
      Set<String> kept = new LinkedHashSet<>();
      items.stream().map(item -> item.toString().trim()).forEach(kept::add);
      kept.remove("");
      return List.copyOf(kept);
    }
  },
  LEVELS("list") {
    @Override
    Object read(Object written) {
      List<?> items = (List<?>) LIST.read(written);
      for (Object item : items) {
        if (!LEVEL_FORM.matcher(item.toString()).matches()) {
          throw new IllegalArgumentException(
              "entries such as org.example=debug are expected, with one of "
                  + String.join(", ", HostOptions.LEVELS));
        }
      }
      return items;
    }
  };

  private static final Pattern LEVEL_FORM =
      Pattern.compile("[\\w.$-]+\\s*=\\s*(" + String.join("|", HostOptions.LEVELS) + ")");

  private static final Pattern DURATION_FORM = Pattern.compile("(\\d{1,12})\\s*(ms|s|m|h|d)");

  private final String title;

  OptionType() {
    this.title = name().toLowerCase(Locale.ROOT);
  }

  OptionType(String title) {
    this.title = title;
  }

  /**
   * Turns what was written into the option's value.
   *
   * @throws IllegalArgumentException saying in words what is expected
   */
  abstract Object read(Object written);

  /** The name of the type, as the contract writes it. */
  String title() {
    return title;
  }

  /**
   * Reads a duration.
   *
   * @throws IllegalArgumentException saying what is expected
   */
  static Duration duration(String text) {
    Matcher matcher = DURATION_FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("a duration such as 500ms, 10s, 2m or 1h is expected");
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  private static Object scalar(Object written) {
    if (written instanceof List) {
      throw new IllegalArgumentException("a single value is expected, not a list");
    }
    return written;
  }
}
