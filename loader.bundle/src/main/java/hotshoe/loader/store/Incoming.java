package hotshoe.loader.store;

import hotshoe.loader.archive.Digest;
import java.nio.file.Path;

/**
 * A copy of an archive that is on the disk but not yet kept.
 *
 * @param file where it is
 * @param digest its SHA-256
 */
public record Incoming(Path file, Digest digest) {}
