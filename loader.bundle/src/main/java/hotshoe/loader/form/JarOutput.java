package hotshoe.loader.form;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;

/**
 * A zip archive whose files are stored as they are. Written to a file, where the checksum of each
 * entry is put before its bytes after they have passed, so that every byte is read once.
 */
public final class JarOutput implements AutoCloseable {

  /** Midnight of the first of January 1980, where the times of zip archives begin. */
  private static final int BEGINNING = 0x0021_0000;

  private static final short VERSION = 20;
  private static final short MADE_ON_UNIX = 3 << 8 | VERSION;
  private static final short NAMES_IN_UTF8 = 0x0800;
  private static final int LOCAL_LENGTH = 30;
  private static final int MOST = 0xffff;
  private static final long LARGEST = 0xffff_fffeL;

  private final FileChannel file;
  private final ByteBuffer buffer =
      ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN).flip();
  private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
  private int count;

  /** Begins an archive in a file, which may exist already. */
  public JarOutput(Path target) throws IOException {
    this.file =
        FileChannel.open(
            target,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
  }

  /** Adds a file or a link with these bytes and this mode of Unix. */
  public void add(String name, int mode, byte[] bytes) throws IOException {
    add(name, mode, new ByteArrayInputStream(bytes));
  }

  /** Adds a file with these rights, and answers how many bytes it has. */
  public long add(String name, int mode, InputStream bytes) throws IOException {
    byte[] encoded = name.getBytes(StandardCharsets.UTF_8);
    if (encoded.length > MOST || ++count > MOST) {
      throw new IOException(
          "a zip archive can hold " + MOST + " files, with names as long as that");
    }
    long start = file.position();
    long data = start + LOCAL_LENGTH + encoded.length;
    file.position(data);
    CRC32 checksum = new CRC32();
    long size = copy(bytes, checksum);
    if (data + size > LARGEST) {
      throw new IOException("a zip archive cannot be larger than 4 GB");
    }
    int crc = (int) checksum.getValue();
    file.position(start);
    put(local(encoded, crc, (int) size));
    file.position(data + size);
    directory.write(central(encoded, crc, (int) size, mode, (int) start).array());
    return size;
  }

  private long copy(InputStream bytes, CRC32 checksum) throws IOException {
    long size = 0;
    int read = bytes.read(buffer.array());
    while (read >= 0) {
      checksum.update(buffer.array(), 0, read);
      put(buffer.clear().limit(read));
      size += read;
      read = bytes.read(buffer.array());
    }
    return size;
  }

  /** Ends the archive with its table of contents. */
  public void finish() throws IOException {
    long start = file.position();
    put(ByteBuffer.wrap(directory.toByteArray()));
    ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
    end.putInt(0x06054b50).putInt(0).putShort((short) count).putShort((short) count);
    end.putInt(directory.size()).putInt((int) start).putShort((short) 0);
    put(end.flip());
  }

  private static ByteBuffer local(byte[] name, int crc, int size) {
    ByteBuffer header =
        ByteBuffer.allocate(LOCAL_LENGTH + name.length).order(ByteOrder.LITTLE_ENDIAN);
    common(header.putInt(0x04034b50), name, crc, size);
    return header.put(name).flip();
  }

  private static ByteBuffer central(byte[] name, int crc, int size, int mode, int start) {
    ByteBuffer header = ByteBuffer.allocate(46 + name.length).order(ByteOrder.LITTLE_ENDIAN);
    common(header.putInt(0x02014b50).putShort(MADE_ON_UNIX), name, crc, size);
    header.putShort((short) 0).putShort((short) 0).putShort((short) 0);
    return header.putInt(mode << 16).putInt(start).put(name);
  }

  /** What both headers say: version, flags, stored, time, checksum, sizes, lengths. */
  private static void common(ByteBuffer header, byte[] name, int crc, int size) {
    header.putShort(VERSION).putShort(NAMES_IN_UTF8).putShort((short) 0).putInt(BEGINNING);
    header.putInt(crc).putInt(size).putInt(size);
    header.putShort((short) name.length).putShort((short) 0);
  }

  private void put(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
