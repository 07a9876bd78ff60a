package hotshoe.shell.command;

import java.util.regex.Pattern;
import org.apache.felix.service.command.CommandSession;

/** Reads where an archive is. */
final class Sources {

  private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

  private Sources() {}

  /** URLs as they are; paths from where the person is. */
  static String absolute(String source, CommandSession session) {
    return URL.matcher(source).matches()
        ? source
        : session.currentDir().resolve(source).normalize().toString();
  }
}
