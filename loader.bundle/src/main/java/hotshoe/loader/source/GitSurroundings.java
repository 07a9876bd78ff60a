package hotshoe.loader.source;

import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * What git is told of the machine: nothing. No configuration of the machine or of a user counts, no
 * environment variable, and nothing is run to find any of them out.
 */
final class GitSurroundings extends SystemReader {

  private static final String DISK = "filesystem";

  @Override
  public String getHostname() {
    return "localhost";
  }

  @Override
  public String getenv(String variable) {
    return null; // null: how this library says that a variable is not set
  }

  @Override
  public String getProperty(String key) {
    return System.getProperty(key);
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS disk) {
    return new Nothing(parent, disk);
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS disk) {
    return new Nothing(parent, disk);
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS disk) {
    return new Nothing(parent, disk);
  }

  @Override
  @SuppressWarnings("deprecation") // the library still asks for it
  public long getCurrentTime() {
    return System.currentTimeMillis();
  }

  @Override
  @SuppressWarnings("deprecation") // the library still asks for it
  public int getTimezone(long when) {
    return TimeZone.getDefault().getOffset(when) / 60_000;
  }

  /** An empty configuration that is never read or written. */
  private static final class Nothing extends FileBasedConfig {

    Nothing(Config parent, FS disk) {
      super(parent, null, disk); // null: there is no file
    }

    @Override
    public void load() {
      clear();
    }

    @Override
    public void save() {
      clear();
    }

    @Override
    public boolean isOutdated() {
      return false;
    }

    /** How exact the disk's clock is would be measured otherwise, for seconds, by writing to it. */
    @Override
    public long getTimeUnit(
        String section, String subsection, String name, long missing, TimeUnit unit) {
      return DISK.equals(section)
          ? unit.convert(1, TimeUnit.SECONDS)
          : super.getTimeUnit(section, subsection, name, missing, unit);
    }
  }
}
