package hotshoe.loader.content;

import hotshoe.loader.content.ZipDirectory.Contradiction;
import hotshoe.loader.content.ZipMember.Malformed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads a zip archive: its table of contents, its layout, then every byte of every entry. */
final class ZipReader {

  /** More than this no tool writes for one line, but for comments. */
  private static final int LINE_LENGTH = 1024;

  private static final int LINK_LENGTH = 4096;

  private final String origin;
  private final Limits limits;
  private final TreeBuilder tree;
  private final byte[] buffer = new byte[1 << 16];

  ZipReader(String origin, Limits limits, TreeBuilder tree) {
    this.origin = origin;
    this.limits = limits;
    this.tree = tree;
  }

  /** Opens the archive; closing the tree closes it. */
  Tree read(Path path) throws IOException {
    List<ZipMember> members = list(path);
    ZipFile zip = open(path);
    try {
      for (ZipMember member : members) {
        check(member);
      }
      for (ZipMember member : members) {
        add(zip, member);
      }
      return tree.build(ArchiveKind.ZIP, zip);
    } catch (IOException | RuntimeException failure) {
      zip.close();
      throw failure;
    }
  }

  private List<ZipMember> list(Path path) throws IOException {
    try (FileChannel file = FileChannel.open(path)) {
      ZipDirectory directory = ZipDirectory.find(file).orElseThrow(this::noEnd);
      if (directory.entries() > limits.entries()
          || directory.length() > (long) limits.entries() * LINE_LENGTH) {
        throw NotTaken.unfit(ContentProblems.tooMany(origin, limits.entries()));
      }
      List<ZipMember> members = members(file, directory);
      checkEncrypted(members);
      new ZipLayout(file).check(directory, members);
      return members;
    } catch (Contradiction | Malformed fault) {
      throw NotTaken.unfit(ContentProblems.twoWays(origin, fault.getMessage()));
    }
  }

  private NotTaken noEnd() {
    return NotTaken.unfinished(ContentProblems.cutOffZip(origin));
  }

  private List<ZipMember> members(FileChannel file, ZipDirectory directory)
      throws IOException, Malformed {
    ByteBuffer table = ZipDirectory.bytes(file, directory.offset(), (int) directory.length());
    List<ZipMember> members = new ArrayList<>();
    while (table.hasRemaining() && members.size() <= directory.entries()) {
      members.add(ZipMember.read(table));
    }
    if (members.size() != directory.entries()) {
      throw new Malformed("it lists more or fewer entries than it says");
    }
    return members;
  }

  /** The rest of an encrypted archive may lie in ways that only its own tool understands. */
  private void checkEncrypted(List<ZipMember> members) throws NotTaken {
    for (ZipMember member : members) {
      if (member.isEncrypted()) {
        throw NotTaken.unfit(ContentProblems.encrypted(origin, member.name()));
      }
      if (member.method() != ZipFormat.STORED && member.method() != ZipFormat.DEFLATED) {
        String what = "compressed by method " + member.method();
        throw NotTaken.unfit(ContentProblems.unknownType(origin, member.name(), what));
      }
    }
  }

  private ZipFile open(Path path) throws IOException {
    try {
      return new ZipFile(path.toFile());
    } catch (IOException | IllegalArgumentException broken) {
      throw NotTaken.unfinished(ContentProblems.damaged(origin, ContentProblems.words(broken)));
    }
  }

  /** What can be known without unpacking anything. */
  private void check(ZipMember member) throws NotTaken {
    tree.path(member.name());
    if (member.isSpecial()) {
      throw NotTaken.unfit(ContentProblems.special(origin, member.name()));
    }
    boolean sizeIsWrong =
        member.size() < 0
            || (member.isFolder() && member.size() > 0)
            || (member.method() == ZipFormat.STORED && member.size() != member.packed());
    if (member.isAmbiguous() || sizeIsWrong) {
      String why = "the entry '" + ContentProblems.shown(member.name()) + "' contradicts itself";
      throw NotTaken.unfit(ContentProblems.twoWays(origin, why));
    }
    tree.expect(member.name(), member.size());
  }

  private void add(ZipFile zip, ZipMember member) throws NotTaken {
    String name = tree.path(member.name());
    ZipEntry entry = zip.getEntry(member.name());
    if (entry == null || !entry.getName().equals(member.name())) {
      throw NotTaken.unfit(ContentProblems.twoWays(origin, "an entry has two names"));
    }
    if (member.isFolder()) {
      tree.add(new Member.Folder(name));
    } else if (member.isLink()) {
      tree.add(new Member.Link(name, target(zip, entry)));
    } else {
      Content content = () -> zip.getInputStream(entry);
      tree.add(new Member.File(name, member.size(), member.isExecutable(), content));
    }
    checkBytes(zip, entry);
  }

  private String target(ZipFile zip, ZipEntry entry) throws NotTaken {
    try (InputStream bytes = zip.getInputStream(entry)) {
      byte[] target = bytes.readNBytes(LINK_LENGTH);
      return TarHeader.utf8(target);
    } catch (CharacterCodingException noText) {
      throw NotTaken.unfit(ContentProblems.linkLeaves(origin, entry.getName(), "not in UTF-8"));
    } catch (IOException | RuntimeException broken) {
      throw damaged(entry, broken);
    }
  }

  private void checkBytes(ZipFile zip, ZipEntry entry) throws NotTaken {
    try {
      if (isDamaged(zip, entry)) {
        throw NotTaken.unfinished(
            ContentProblems.damagedEntry(origin, entry.getName(), "its checksum does not fit"));
      }
    } catch (NotTaken end) {
      throw end;
    } catch (IOException | RuntimeException broken) {
      throw damaged(entry, broken);
    }
  }

  private NotTaken damaged(ZipEntry entry, Exception broken) {
    String why = "it cannot be unpacked: " + ContentProblems.words(broken);
    return NotTaken.unfinished(ContentProblems.damagedEntry(origin, entry.getName(), why));
  }

  private boolean isDamaged(ZipFile zip, ZipEntry entry) throws IOException {
    CRC32 checksum = new CRC32();
    long size = 0;
    try (InputStream bytes = zip.getInputStream(entry)) {
      int count = bytes.read(buffer);
      while (count >= 0 && size <= entry.getSize()) {
        checksum.update(buffer, 0, count);
        size += count;
        count = bytes.read(buffer);
      }
    }
    return size != entry.getSize() || checksum.getValue() != entry.getCrc();
  }
}
