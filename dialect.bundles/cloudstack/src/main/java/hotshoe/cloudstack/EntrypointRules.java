package hotshoe.cloudstack;

import java.util.Arrays;
import java.util.List;

/** Where the program of an extension is (rows CS-6 to CS-8, CS-37). */
final class EntrypointRules {

  /** The folder of all extensions at home. Here it stands for the folder of their files. */
  static final String ROOT = "/usr/share/cloudstack-management/extensions";

  private final ManifestRules rules;
  private final Given manifest;

  EntrypointRules(ManifestRules rules, Given manifest) {
    this.rules = rules;
    this.manifest = manifest;
  }

  /** The program's name in the archive, or its path as written when that is wrong. */
  String path() {
    manifest.optional("spec", "entrypoint", "targetDir").ifPresent(this::targetDir);
    String written = manifest.text("spec", "entrypoint", "path");
    try {
      String folder = EntrypointPath.folder(manifest.text("metadata", "name"));
      return EntrypointPath.inArchive(folder, written);
    } catch (IllegalArgumentException unfit) {
      rules.fault("spec.entrypoint.path", unfit.getMessage());
      return written;
    }
  }

  private void targetDir(String written) {
    String folder = written.replaceAll("/+$", "");
    List<String> steps = Arrays.asList(folder.split("/+", -1));
    boolean isInside = folder.replaceAll("/+", "/").startsWith(ROOT + "/");
    if (!isInside || steps.contains("..") || steps.contains(".")) {
      rules.fault("spec.entrypoint.targetDir", "must lie in " + ROOT);
    }
  }
}
