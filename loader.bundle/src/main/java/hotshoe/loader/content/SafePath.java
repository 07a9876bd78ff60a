package hotshoe.loader.content;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which paths are taken, and how they are written: {@code ./a//b/} is {@code a/b}. */
final class SafePath {

  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

  private final String origin;
  private final Limits limits;

  SafePath(String origin, Limits limits) {
    this.origin = origin;
    this.limits = limits;
  }

  /** The path as it is known from here on; empty is the top itself. */
  String of(String written) throws NotTaken {
    check(written);
    return String.join("/", names(written));
  }

  /** Where a symbolic link leads: it is written as seen from its own folder. */
  String target(String name, String target) throws NotTaken {
    return resolved(name, name.substring(0, Math.max(0, name.lastIndexOf('/'))), target);
  }

  /** Where a hard link leads: it is written as seen from the top. */
  String targetFromTop(String name, String target) throws NotTaken {
    return resolved(name, "", target);
  }

  private String resolved(String name, String folder, String target) throws NotTaken {
    if (target.isEmpty() || isAbsolute(target) || target.length() > limits.pathCharacters()) {
      throw leaves(name, target);
    }
    List<String> place = new ArrayList<>();
    if (!folder.isEmpty()) {
      place.addAll(List.of(folder.split("/", -1)));
    }
    for (String step : target.split("/", -1)) {
      if (step.equals("..") && place.isEmpty()) {
        throw leaves(name, target);
      }
      if (step.equals("..")) {
        place.remove(place.size() - 1);
      } else if (!step.isEmpty() && !step.equals(".")) {
        place.add(step);
      }
    }
    return String.join("/", place);
  }

  private NotTaken leaves(String name, String target) {
    return NotTaken.unfit(ContentProblems.linkLeaves(origin, name, target));
  }

  private void check(String written) throws NotTaken {
    if (written.length() > limits.pathCharacters()) {
      throw NotTaken.unfit(
          ContentProblems.longName(
              origin, written, "its path is longer than " + limits.pathCharacters()));
    }
    if (written.chars().anyMatch(SafePath::isTricky)) {
      throw NotTaken.unfit(ContentProblems.trickyName(origin, written));
    }
    if (isAbsolute(written)) {
      throw NotTaken.unfit(ContentProblems.unsafeName(origin, written));
    }
  }

  private List<String> names(String written) throws NotTaken {
    List<String> names = new ArrayList<>();
    for (String name : written.split("/", -1)) {
      if (name.equals("..")) {
        throw NotTaken.unfit(ContentProblems.unsafeName(origin, written));
      }
      if (!name.isEmpty() && !name.equals(".")) {
        names.add(name);
      }
    }
    Optional<String> fault = fault(names);
    if (fault.isPresent()) {
      throw NotTaken.unfit(ContentProblems.longName(origin, written, fault.get()));
    }
    return names;
  }

  private Optional<String> fault(List<String> names) {
    if (names.size() > limits.depth() + 1) {
      return Optional.of("it lies more than " + limits.depth() + " folders deep");
    }
    return names.stream().anyMatch(this::isLong)
        ? Optional.of("a part of it is longer than " + limits.nameBytes() + " bytes")
        : Optional.empty();
  }

  private boolean isLong(String name) {
    return name.length() > limits.nameBytes()
        || name.getBytes(StandardCharsets.UTF_8).length > limits.nameBytes();
  }

  private static boolean isAbsolute(String path) {
    return path.startsWith("/") || path.indexOf('\\') >= 0 || DRIVE.matcher(path).matches();
  }

  /** What moves the cursor, ends a text early, or turns the direction in which it is shown. */
  private static boolean isTricky(int character) {
    return Character.isISOControl(character)
        || Character.getType(character) == Character.LINE_SEPARATOR
        || Character.getType(character) == Character.PARAGRAPH_SEPARATOR
        || (character >= 0x202a && character <= 0x202e)
        || (character >= 0x2066 && character <= 0x2069)
        || character == 0xfffd
        || character == 0xfeff;
  }
}
