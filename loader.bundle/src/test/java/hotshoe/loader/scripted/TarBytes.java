package hotshoe.loader.scripted;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Writes a tar archive block by block, an honest one or not. */
public final class TarBytes {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  public TarBytes file(String name, byte[] content) {
    return file(name, 0644, content);
  }

  public TarBytes file(String name, int mode, byte[] content) {
    return named(name).entry(cut(name), '0', mode, content.length, "").raw(content);
  }

  public TarBytes folder(String name) {
    return named(name + "/").entry(cut(name + "/"), '5', 0755, 0, "");
  }

  public TarBytes link(String name, String target) {
    return named(name).entry(cut(name), '2', 0777, 0, cut(target));
  }

  public TarBytes hardLink(String name, String target) {
    return named(name).entry(cut(name), '1', 0644, 0, cut(target));
  }

  /** Something of this type, with nothing in it. */
  public TarBytes special(String name, char type) {
    return entry(name, type, 0644, 0, "");
  }

  /** An extended header of POSIX, for the next entry ('x') or for all ('g'). */
  public TarBytes pax(char type, String key, String value) {
    int length = key.length() + value.getBytes(StandardCharsets.UTF_8).length + 3;
    int digits = String.valueOf(length + String.valueOf(length).length()).length();
    byte[] line =
        ((length + digits) + " " + key + "=" + value + "\n").getBytes(StandardCharsets.UTF_8);
    return entry("PaxHeader", type, 0644, line.length, "").raw(line);
  }

  /** One block in front of an entry, whatever it says. */
  public TarBytes entry(String name, char type, int mode, long size, String target) {
    byte[] block = new byte[512];
    put(block, 0, name);
    put(block, 100, String.format("%07o", mode));
    put(block, 124, String.format("%011o", size));
    put(block, 136, "00000000000");
    block[156] = (byte) type;
    put(block, 157, target);
    put(block, 257, "ustar");
    put(block, 263, "00");
    return raw(sealed(block));
  }

  /** Bytes, filled up to a whole block. */
  public TarBytes raw(byte[] content) {
    bytes.writeBytes(content);
    bytes.writeBytes(new byte[(512 - content.length % 512) % 512]);
    return this;
  }

  /** The archive as far as it goes. */
  public byte[] open() {
    return bytes.toByteArray();
  }

  /** The whole archive. */
  public byte[] bytes() {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(open());
    whole.writeBytes(new byte[1024]);
    return whole.toByteArray();
  }

  /** With the checksum that the block should have. */
  public static byte[] sealed(byte[] block) {
    put(block, 148, "        ");
    int sum = 0;
    for (byte each : block) {
      sum += each & 0xff;
    }
    put(block, 148, String.format("%06o", sum));
    block[154] = 0;
    return block;
  }

  public static byte[] gzip(byte[] tar) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(tar);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return packed.toByteArray();
  }

  public static byte[] xz(byte[] tar) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (XZOutputStream out = new XZOutputStream(packed, new LZMA2Options(1))) {
      out.write(tar);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return packed.toByteArray();
  }

  public static byte[] zstd(byte[] tar) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZstdOutputStream out = new ZstdOutputStream(packed)) {
      out.write(tar);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return packed.toByteArray();
  }

  private TarBytes named(String name) {
    boolean isLong = name.getBytes(StandardCharsets.UTF_8).length > 100;
    return isLong ? pax('x', "path", name) : this;
  }

  private static String cut(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length > 100 ? "cut" : name;
  }

  private static void put(byte[] block, int at, String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(content, 0, block, at, content.length);
  }
}
