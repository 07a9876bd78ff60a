package hotshoe.loader.content;

import hotshoe.loader.content.TarHeader.Malformed;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Optional;

/** Reads a tar archive from its first block to its last. For one archive, by one thread. */
final class TarReader {

  private final String origin;
  private final Limits limits;
  private final Passage passage;
  private final TreeBuilder tree;
  private Optional<PaxRecords> extended = Optional.empty();
  private Optional<String> longName = Optional.empty();
  private Optional<String> longTarget = Optional.empty();

  TarReader(String origin, Limits limits, Passage passage, TreeBuilder tree) {
    this.origin = origin;
    this.limits = limits;
    this.passage = passage;
    this.tree = tree;
  }

  /** Tells the tree everything. */
  void readAll() throws IOException {
    try {
      byte[] block = first();
      while (!TarHeader.isEmpty(block)) {
        tree.count();
        read(TarHeader.of(block));
        block = block();
      }
      if (isExtended()) {
        throw new Malformed("an extended header has no entry after it");
      }
      expectNothingMore();
    } catch (Malformed fault) {
      throw NotTaken.unfit(ContentProblems.tarHeader(origin, fault.getMessage()));
    }
  }

  private byte[] first() throws IOException {
    byte[] block = new byte[TarHeader.LENGTH];
    int count = passage.read(block);
    if (count == block.length && (TarHeader.isOne(block) || TarHeader.isEmpty(block))) {
      return block;
    }
    throw NotTaken.unfit(ContentProblems.noTar(origin));
  }

  private byte[] block() throws IOException {
    byte[] block = new byte[TarHeader.LENGTH];
    if (passage.read(block) < block.length) {
      throw cutOff();
    }
    return block;
  }

  private void read(TarHeader header) throws IOException, Malformed {
    switch (header.type()) {
      case 'x', 'X' -> extended = Optional.of(once(extended, PaxRecords.of(extra(header))));
      case 'g' -> checkGlobal(PaxRecords.of(extra(header)));
      case 'L' -> longName = Optional.of(once(longName, text(extra(header))));
      case 'K' -> longTarget = Optional.of(once(longTarget, text(extra(header))));
      default -> readEntry(header);
    }
  }

  private void readEntry(TarHeader header) throws IOException, Malformed {
    String written = said("path", longName, header.name());
    String target = said("linkpath", longTarget, header.target());
    checkSize(header);
    extended = Optional.empty();
    longName = Optional.empty();
    longTarget = Optional.empty();
    boolean isFolder = header.type() == '5' || (header.type() == '0' && written.endsWith("/"));
    if (header.size() > 0 && (isFolder || "123456".indexOf(header.type()) >= 0)) {
      throw new Malformed("something that is not a file has a size");
    }
    add(header, isFolder, written, target);
  }

  private void add(TarHeader header, boolean isFolder, String written, String target)
      throws IOException, Malformed {
    String name = tree.path(written);
    if (isFolder) {
      tree.add(new Member.Folder(name));
      return;
    }
    switch (header.type()) {
      case '0', '7' -> addFile(name, header);
      case '1' -> tree.addAlias(name, target);
      case '2' -> tree.add(new Member.Link(name, target));
      case '3', '4', '6' -> throw NotTaken.unfit(ContentProblems.special(origin, name));
      case 'S' -> throw sparse(name);
      default ->
          throw NotTaken.unfit(
              ContentProblems.unknownType(origin, name, "of type '" + header.type() + "'"));
    }
  }

  private void addFile(String name, TarHeader header) throws IOException {
    tree.expect(name, header.size());
    long position = passage.position();
    pass(header.size());
    boolean executable = (header.mode() & 0100) != 0;
    tree.add(
        new Member.File(name, header.size(), executable, passage.passed(position, header.size())));
  }

  private void pass(long size) throws IOException {
    long blocks = (size + TarHeader.LENGTH - 1) / TarHeader.LENGTH;
    if (!passage.pass(blocks * TarHeader.LENGTH)) {
      throw cutOff();
    }
  }

  private void checkGlobal(PaxRecords global) throws NotTaken, Malformed {
    if (global.isSparse()) {
      throw sparse("");
    }
    if (global.namesOneEntry()) {
      throw new Malformed("a header for all entries says what only one can have");
    }
  }

  /** Programs that go by one size, and those that go by the other, would see different archives. */
  private void checkSize(TarHeader header) throws NotTaken, Malformed {
    if (extended.isEmpty()) {
      return;
    }
    if (extended.get().isSparse()) {
      throw sparse(header.name());
    }
    if (extended.get().number("size").orElse(header.size()) != header.size()) {
      throw new Malformed("a file has two sizes");
    }
  }

  private String said(String key, Optional<String> gnu, String plain) throws Malformed {
    Optional<String> pax = extended.isEmpty() ? Optional.empty() : extended.get().text(key);
    if (pax.isPresent() && gnu.isPresent()) {
      throw new Malformed("an entry has two long names");
    }
    String said = pax.or(() -> gnu).orElse(plain);
    if (said.indexOf('\0') >= 0) {
      throw new Malformed("a name holds a zero");
    }
    return said;
  }

  private boolean isExtended() {
    return extended.isPresent() || longName.isPresent() || longTarget.isPresent();
  }

  private static <T> T once(Optional<T> before, T now) throws Malformed {
    if (before.isPresent()) {
      throw new Malformed("an entry has two extended headers of one kind");
    }
    return now;
  }

  private byte[] extra(TarHeader header) throws IOException {
    if (header.size() > limits.extraBytes()) {
      throw NotTaken.unfit(ContentProblems.largeHeader(origin, limits.extraBytes()));
    }
    byte[] bytes = new byte[(int) header.size()];
    if (passage.read(bytes) < bytes.length) {
      throw cutOff();
    }
    long rest = header.size() % TarHeader.LENGTH;
    if (rest > 0 && !passage.pass(TarHeader.LENGTH - rest)) {
      throw cutOff();
    }
    return bytes;
  }

  private static String text(byte[] bytes) throws Malformed {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] == 0) {
      end--;
    }
    try {
      return TarHeader.utf8(Arrays.copyOf(bytes, end));
    } catch (CharacterCodingException noText) {
      throw new Malformed("a name is not in UTF-8");
    }
  }

  /** After the first empty block come only zeros; but there must be a second one. */
  private void expectNothingMore() throws IOException {
    byte[] block = block();
    int count = block.length;
    while (count > 0) {
      for (int at = 0; at < count; at++) {
        if (block[at] != 0) {
          throw NotTaken.unfit(ContentProblems.afterEnd(origin, "bytes follow its last block"));
        }
      }
      count = passage.read(block);
    }
  }

  private NotTaken sparse(String name) {
    return NotTaken.unfit(
        ContentProblems.unknownType(origin, name, "sparse: written without its holes"));
  }

  private NotTaken cutOff() {
    return NotTaken.unfinished(
        ContentProblems.cutOff(origin, "the end of the tar archive is missing"));
  }
}
