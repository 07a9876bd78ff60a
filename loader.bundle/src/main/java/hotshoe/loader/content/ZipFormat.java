package hotshoe.loader.content;

/** Numbers of the zip format, from PKWARE's APPNOTE 6.3. */
final class ZipFormat {

  static final int LOCAL = 0x04034b50;
  static final int LOCAL_LENGTH = 30;
  static final int CENTRAL = 0x02014b50;
  static final int CENTRAL_LENGTH = 46;
  static final int END = 0x06054b50;
  static final int END_LENGTH = 22;
  static final int END64 = 0x06064b50;
  static final int END64_LENGTH = 56;
  static final int LOCATOR64 = 0x07064b50;
  static final int LOCATOR64_LENGTH = 20;
  static final int DESCRIPTOR = 0x08074b50;
  static final int FULL16 = 0xffff;
  static final long FULL32 = 0xffffffffL;
  static final int STORED = 0;
  static final int DEFLATED = 8;
  static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
  static final int DESCRIBED = 1 << 3;

  private ZipFormat() {}
}
