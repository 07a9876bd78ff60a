package hotshoe.cloudstack.registry;

import hotshoe.archive.Document;
import hotshoe.archive.DocumentReader;
import hotshoe.archive.DocumentReader.Read;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * An archive that was written here, for an extension that somebody registered by hand: a manifest
 * and a program. The same manifest and program give the same bytes, and any importer of CloudStack
 * archives can read them.
 *
 * @param manifest plain values by key
 * @param program the name of the program in the archive
 * @param bytes of the program
 */
record HandMade(Map<String, Object> manifest, String program, byte[] bytes) {

  private static final String MANIFEST = "manifest.yaml";
  private static final String MARK = "# Written by Hotshoe for an extension registered by hand.\n";
  private static final LocalDateTime BEGINNING = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final int LARGEST = 64 << 20;

  /** The archive. Nothing in it is compressed, because every platform compresses otherwise. */
  byte[] archive() {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(archive)) {
      add(zip, MANIFEST, (MARK + YamlText.of(manifest)).getBytes(StandardCharsets.UTF_8));
      add(zip, program, bytes);
    } catch (IOException impossible) {
      throw new IllegalStateException("memory cannot be written to", impossible);
    }
    return archive.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setTimeLocal(BEGINNING);
    entry.setSize(bytes.length);
    entry.setCrc(checksum.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  /** What an archive holds, if it was written here. */
  static Optional<HandMade> read(DocumentReader reader, InputStream archive) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(archive)) {
      for (ZipEntry entry = zip.getNextEntry();
          entry != null && files.size() < 2;
          entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readNBytes(LARGEST));
      }
    }
    byte[] manifest = files.remove(MANIFEST);
    boolean isOurs = manifest != null && files.size() == 1 && isMarked(manifest);
    return isOurs
        ? document(reader, manifest).map(read -> of(read, files.entrySet().iterator().next()))
        : Optional.empty();
  }

  /** Whether a manifest was written here. */
  static boolean isMarked(byte[] manifest) {
    return new String(manifest, StandardCharsets.UTF_8).startsWith(MARK);
  }

  /** The same program with another manifest, in the next version. */
  HandMade next(Map<String, Object> changed) {
    return new HandMade(HandMadeManifest.next(changed), program, bytes);
  }

  private static Optional<Document> document(DocumentReader reader, byte[] manifest) {
    return reader.read(MANIFEST, new ByteArrayInputStream(manifest)) instanceof Read read
        ? Optional.of(read.document())
        : Optional.empty();
  }

  @SuppressWarnings("unchecked") // what YamlText wrote is a map of plain values
  private static HandMade of(Document manifest, Map.Entry<String, byte[]> program) {
    return new HandMade(
        (Map<String, Object>) manifest.root().plain(), program.getKey(), program.getValue());
  }

  @Override
  public String toString() {
    return "HandMade[" + program + ", " + bytes.length + " bytes]";
  }
}
