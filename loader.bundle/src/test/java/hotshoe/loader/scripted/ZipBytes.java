package hotshoe.loader.scripted;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes a zip archive record by record, an honest one or not. */
public final class ZipBytes {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ByteArrayOutputStream table = new ByteArrayOutputStream();
  private int entries;

  public ZipBytes file(String name, byte[] content) {
    return entry(name, 0100644, content, header -> {}, line -> {});
  }

  /** A file with permissions, or whatever else they say it is. */
  public ZipBytes file(String name, int mode, byte[] content) {
    return entry(name, mode, content, header -> {}, line -> {});
  }

  public ZipBytes link(String name, String target) {
    return file(name, 0120777, target.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * An entry whose records may be changed before they are written.
   *
   * @param header the one in front of the entry
   * @param line the one in the table of contents
   */
  public ZipBytes entry(
      String name,
      int mode,
      byte[] content,
      Consumer<ByteBuffer> header,
      Consumer<ByteBuffer> line) {
    byte[] raw = name.getBytes(StandardCharsets.UTF_8);
    byte[] packed = deflated(content);
    CRC32 checksum = new CRC32();
    checksum.update(content);
    ByteBuffer local = buffer(30 + raw.length).putInt(0, 0x04034b50).putShort(4, (short) 20);
    fill(local, 6, (int) checksum.getValue(), packed.length, content.length, raw);
    local.position(30).put(raw);
    header.accept(local);
    ByteBuffer central = buffer(46 + raw.length).putInt(0, 0x02014b50);
    central.putShort(4, (short) (3 << 8 | 20)).putShort(6, (short) 20);
    fill(central, 8, (int) checksum.getValue(), packed.length, content.length, raw);
    central.putInt(38, mode << 16).putInt(42, bytes.size()).position(46).put(raw);
    line.accept(central);
    bytes.writeBytes(local.array());
    bytes.writeBytes(packed);
    table.writeBytes(central.array());
    entries++;
    return this;
  }

  /** Bytes that belong to no entry. */
  public ZipBytes raw(byte[] between) {
    bytes.writeBytes(between);
    return this;
  }

  /** The whole archive. */
  public byte[] bytes() {
    return bytes(end -> {});
  }

  /** The whole archive, whose last record may be changed before it is written. */
  public byte[] bytes(Consumer<ByteBuffer> last) {
    ByteBuffer end = buffer(22).putInt(0, 0x06054b50);
    end.putShort(8, (short) entries).putShort(10, (short) entries);
    end.putInt(12, table.size()).putInt(16, bytes.size());
    last.accept(end);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(bytes.toByteArray());
    whole.writeBytes(table.toByteArray());
    whole.writeBytes(end.array());
    return whole.toByteArray();
  }

  private static void fill(
      ByteBuffer record, int flags, int checksum, int packed, int size, byte[] name) {
    record.putShort(flags, (short) (1 << 11)).putShort(flags + 2, (short) 8);
    record.putInt(flags + 8, checksum).putInt(flags + 12, packed).putInt(flags + 16, size);
    record.putShort(flags + 20, (short) name.length);
  }

  private static ByteBuffer buffer(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] deflated(byte[] content) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    deflater.setInput(content);
    deflater.finish();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] buffer = new byte[4096];
    while (!deflater.finished()) {
      packed.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return packed.toByteArray();
  }
}
