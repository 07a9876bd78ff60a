package hotshoe.loader.extension;

import hotshoe.archive.Descriptor;
import hotshoe.extension.ExtensionName;
import hotshoe.loader.store.ExtensionRecord;
import hotshoe.loader.store.Source;
import hotshoe.problem.Problem;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.framework.BundleException;
import org.osgi.framework.Version;

/** Everything that can be wrong with an extension, in words. */
final class ExtensionProblems {

  /** A name in {@code enabled-extensions} that nobody has: the host must not start (row INM-04). */
  static final String NOT_FOUND = "HS-EXTENSION-001";

  private static final String FIX_CODE = "read the stack in the log, and correct the extension";

  private ExtensionProblems() {}

  static Problem notFound(String name, String origin, Collection<ExtensionName> installed) {
    String known =
        installed.stream().map(ExtensionName::value).sorted().collect(Collectors.joining(", "));
    return Problem.error(NOT_FOUND, "the extension '" + name + "' is not there")
        .at(origin)
        .because(
            "the option "
                + EnabledExtensions.OPTION
                + " names it; "
                + (known.isEmpty() ? "nothing is installed" : "installed are: " + known))
        .advising("copy its jar into deploy/, or correct the option");
  }

  static Problem identityTaken(String origin, ExtensionName name, Version version, Source holder) {
    return Problem.error("HS-EXTENSION-002", "the extension '" + name + "' is there")
        .at(origin)
        .because("it came from " + holder + ", version " + version)
        .advising(
            "to upgrade, put this one in the place of "
                + holder
                + "; otherwise remove one of the two");
  }

  static Problem sameButForCase(
      String origin, ExtensionName newcomer, ExtensionName holder, Source source) {
    return Problem.error(
            "HS-EXTENSION-003", "the names '" + newcomer + "' and '" + holder + "' are too alike")
        .at(origin)
        .because("they differ in upper and lower case only; the second came from " + source)
        .advising("remove one of the two");
  }

  static Problem otherDialect(
      String origin, ExtensionName name, String dialect, Descriptor there, Source source) {
    return Problem.error("HS-EXTENSION-029", "the name '" + name + "' is taken in another format")
        .at(origin)
        .because(
            "%s is there in the format %s, from %s; this one is in the format %s"
                .formatted(there, there.dialect(), source, dialect))
        .advising("uninstall " + there + " first, or give this one another name");
  }

  static Problem otherBytes(String origin, Descriptor newcomer) {
    return Problem.error("HS-EXTENSION-030", newcomer + " is there with other bytes")
        .at(origin)
        .because("two archives of one version cannot be told apart by anybody")
        .advising("give this one a higher version; or install it with --force");
  }

  static Problem lowerVersion(String origin, Descriptor newcomer, Descriptor there) {
    return Problem.error("HS-EXTENSION-031", newcomer + " is older than what is there")
        .at(origin)
        .because(there + " is installed")
        .advising("go back with a rollback, if the version was kept; or install it with --force");
  }

  static Problem noSuchVersion(ExtensionRecord extension, Optional<Version> wanted) {
    String kept =
        extension.previous().stream()
            .map(version -> version.version().toString())
            .collect(Collectors.joining(", "));
    String what =
        wanted
            .map(version -> extension.name() + " " + version + " was not kept")
            .orElse("there is no version of " + extension.name() + " to go back to");
    return Problem.error("HS-EXTENSION-032", what)
        .because(
            extension
                + " is in use, and "
                + (kept.isEmpty() ? "no other version is kept" : "kept are: " + kept))
        .advising("install the archive of that version with --force");
  }

  static Problem dialectMissing(Descriptor extension) {
    return Problem.error(
            "HS-EXTENSION-033", "it waits for the dialect '" + extension.dialect() + "'")
        .because("it is written in that format, and nothing here reads it")
        .advising("add the bundle that reads it; the extension starts by itself then");
  }

  static Problem ownDataStays(ExtensionName name, String folder, String why) {
    return Problem.warning("HS-EXTENSION-034", "the data of " + name + " could not be removed")
        .at(folder)
        .because(why)
        .advising("it is tried again at the next start; or remove the folder yourself");
  }

  static Problem unknown(ExtensionName name, Collection<ExtensionName> installed) {
    String known =
        installed.stream().map(ExtensionName::value).sorted().collect(Collectors.joining(", "));
    return Problem.error("HS-EXTENSION-004", "there is no extension '" + name + "'")
        .because(known.isEmpty() ? "nothing is installed" : "installed are: " + known);
  }

  static Problem notListed(ExtensionName name, String origin) {
    return Problem.error("HS-EXTENSION-005", "'" + name + "' cannot be enabled")
        .at(origin)
        .because("the option " + EnabledExtensions.OPTION + " does not name it")
        .advising("name it there and start the host again");
  }

  static Problem startThrew(ExtensionRecord extension, Throwable failure) {
    return Problem.error("HS-EXTENSION-006", extension + " failed to start")
        .at(extension.source().toString())
        .because(words(failure))
        .advising(FIX_CODE);
  }

  static Problem startTooLong(ExtensionRecord extension, Duration limit) {
    return Problem.error("HS-EXTENSION-007", extension + " did not start in time")
        .at(extension.source().toString())
        .because("its bundle needs more than " + limit.toMillis() + " ms; it was left behind")
        .advising("correct the extension, or raise the option slice.start-limit");
  }

  static Problem newerFailed(ExtensionRecord newer, ExtensionRecord older, String why) {
    return Problem.error(
            "HS-EXTENSION-008", newer + " does not work, " + older.version() + " is put back")
        .at(newer.source().toString())
        .because(why)
        .advising("correct it; it is tried again when the file changes");
  }

  static Problem newerUnmet(Descriptor newer, ExtensionRecord older, String origin) {
    return Problem.error("HS-EXTENSION-009", newer + " cannot take the place of " + older.version())
        .at(origin)
        .because("something it needs is not there")
        .advising("install what it needs and then this one again; " + older + " keeps running");
  }

  static Problem conflict(ExtensionRecord extension, String why) {
    return Problem.error("HS-EXTENSION-015", extension + " cannot be wired")
        .at(extension.source().toString())
        .because(why)
        .advising("install versions that fit together");
  }

  static Problem insideStart() {
    return Problem.error("HS-EXTENSION-016", "extensions cannot be changed from here")
        .because("this code runs while the host starts or stops an extension")
        .advising("do it in a background task");
  }

  static Problem notNow() {
    return Problem.error("HS-EXTENSION-017", "extensions cannot be changed now")
        .because("the host has not started yet, or is stopping")
        .advising("do it again when the host runs");
  }

  static Problem componentWaits(String component, String why) {
    return Problem.note("HS-EXTENSION-018", "the component " + component + " is not up")
        .because(why)
        .advising("it comes up by itself once that is there");
  }

  static Problem partOfHost(String origin, Descriptor newcomer, String version) {
    return Problem.error(
            "HS-EXTENSION-019", "the bundle " + newcomer.symbolicName() + " is a part of the host")
        .at(origin)
        .because("the host brings it in version " + version)
        .advising("remove the file; what needs the bundle uses the host's");
  }

  static Problem hostStays(ExtensionRecord fragment, String host) {
    return Problem.error("HS-EXTENSION-020", fragment + " cannot become a part of " + host)
        .at(fragment.source().toString())
        .because(host + " belongs to the host, which does not change while it runs")
        .advising("remove the file");
  }

  static Problem notTaken(String origin, Descriptor newcomer, Throwable failure) {
    return Problem.error("HS-EXTENSION-021", "the framework does not take " + newcomer)
        .at(origin)
        .because(words(failure))
        .advising("ask the extension's author to correct it");
  }

  static Problem stopFailed(ExtensionRecord extension, String why) {
    return Problem.warning("HS-EXTENSION-022", extension + " did not stop cleanly")
        .because(why)
        .advising("what it left behind stays until the host starts again");
  }

  static Problem unreadable(String origin, String why) {
    return Problem.error("HS-EXTENSION-024", "the archive cannot be read")
        .at(origin)
        .because(why)
        .advising("let the host's user read it");
  }

  static Problem changing(String origin) {
    return Problem.error("HS-EXTENSION-025", "the archive changes while it is read")
        .at(origin)
        .because("somebody is writing to it")
        .advising("wait until it is complete; it is tried again when it changes");
  }

  static Problem stoppedByOthers(ExtensionRecord extension) {
    return Problem.error("HS-EXTENSION-026", extension + " is stopped")
        .at(extension.source().toString())
        .because("somebody stopped its bundle without asking the host")
        .advising("enable it");
  }

  static Problem notUnderstood(String origin, RuntimeException failure) {
    return Problem.error("HS-EXTENSION-027", "the archive cannot be understood")
        .at(origin)
        .because(words(failure))
        .advising("read the stack in the log, and tell those who make the host");
  }

  static Problem optionsFailed(ExtensionRecord extension, Throwable failure) {
    return Problem.error("HS-EXTENSION-023", "the options of " + extension + " cannot be read")
        .at(extension.source().toString())
        .because(words(failure))
        .advising("ask the extension's author to correct its Metatype description");
  }

  static Problem componentUnread(ExtensionRecord extension, String file, String why) {
    return Problem.error(
            "HS-EXTENSION-028", "a component of " + extension + " does nothing, for it is not read")
        .at(extension.source() + ", " + file)
        .because(why)
        .advising("correct the file, or the header Service-Component that names it");
  }

  /** The last cause that says something, with the kind of failure before it. */
  static String words(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof BundleException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    String kind = cause.getClass().getSimpleName();
    return Optional.ofNullable(cause.getMessage())
        .filter(message -> !message.isBlank())
        .map(message -> kind + ": " + message.lines().findFirst().orElse(""))
        .orElse(kind);
  }
}
