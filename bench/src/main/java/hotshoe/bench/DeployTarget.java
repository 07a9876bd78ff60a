package hotshoe.bench;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import org.osgi.framework.BundleContext;

/** A way by which a bundle comes into a running system. */
interface DeployTarget {

  /** What its figures are called. */
  String name();

  /** The longest pause before a deploy, so that the moment falls anywhere in a polling interval. */
  int spreadMillis();

  /** Makes everything ready that is not part of the deploy. */
  void prepare(Path sample) throws Exception;

  /** Deploys what was prepared; returns at once or when it is done. */
  void deploy(Path sample) throws Exception;

  /** A watched folder, into which the complete file is renamed. */
  record Folder(String name, Path folder, int spreadMillis) implements DeployTarget {

    @Override
    public void prepare(Path sample) throws Exception {
      Files.copy(sample, beside(sample), StandardCopyOption.REPLACE_EXISTING);
      Files.setLastModifiedTime(beside(sample), FileTime.fromMillis(System.currentTimeMillis()));
    }

    @Override
    public void deploy(Path sample) throws Exception {
      Files.move(
          beside(sample), folder.resolve(sample.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path beside(Path sample) {
      return folder.resolveSibling(sample.getFileName() + ".copying");
    }
  }

  /** The framework's own call. */
  record Direct(String name, BundleContext context) implements DeployTarget {

    @Override
    public int spreadMillis() {
      return 100;
    }

    @Override
    public void prepare(Path sample) {
      // nothing lies between the file and the call
    }

    @Override
    public void deploy(Path sample) throws Exception {
      try (InputStream in = Files.newInputStream(sample)) {
        context.installBundle("direct:" + name + "/" + sample.getFileName(), in).start();
      }
    }
  }
}
