package hotshoe.fuzz;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Something sensible for the fuzzer to begin with. */
final class Seeds {

  private static final String CLOUDSTACK =
      """
      apiVersion: cloudstack.apache.org/v1
      kind: OrchestratorExtension
      metadata:
        name: mine
        displayName: Mine
        description: &text Starts machines elsewhere.
        version: 1.2.0
        maintainer: Somebody <somebody@example.com>
      enabled: true
      spec:
        type: Orchestrator
        compatibility: {cloudstack: {minVersion: 4.20}}
        entrypoint: {path: bin/run.py}
        customActions:
          - name: grow
            description: *text
            parameters: [{name: size, type: NUMBER, required: true}]
      """;

  private static final String UNIVERSAL =
      """
      extension:
        name: mine
        version: 1.2.0
        api_level: 1.2.0
        requires_python: '>=3.6,!=3.9.1*'
        zip_safe: no
      owner: {name: me, organization: us}
      comments: text
      """;

  private static final String CALLS =
      """
      calls:
        host.my_call:
          doc: Does it.
          roles: [pool-admin]
          parameters: [{name: size, type: int}]
          result: {type: string}
      """;

  private static final String MINISIGN =
      """
      untrusted comment: minisign public key 1FD9F5180A6A2227
      RUQnImoKGPXZH0zRxwJk9IcZuFXX9t4ahNsvzn3GH4Ba+eEq5gQl3vF3UwuOSutqqhLCpGoV6gf3NRlmk01Km0ydMJM3Rw1dEwg=
      trusted comment: timestamp:1795248873
      xK4MykOAoBBFAJhISjjO/J8pgJhU5mHI/xfn3ZyDML5ShZIFKnoieK54MWn5/pFGJl1aYxiFDNaaBF/HKkB8BA==
      """;

  private static final String INI =
      """
      h1:22 a=1 b='x y' # note
      [web]
      w[01:10:3].example c={'k': [1, None]}
      [web:vars]
      d = "text" 'more'
      [all:children]
      web
      """;

  private static final String GROUPS =
      """
      all:
        hosts: {h1: {a: 1, b: !unsafe x}, "w[1:3]:22": }
        children: {web: {vars: {x: &a [1, 2.0, 0o7], y: *a}}}
      """;

  private static final String TOML =
      """
      [web]
      children = ["a"]
      vars = {x = 1, when = 2020-01-01 }
      [web.hosts]
      w1 = { t = "x", l = [1, 2.5] }
      """;

  private static final String SCRIPT =
      """
      {"g": ["h1", "h2"], "o": {"hosts": ["h3"], "vars": {"a": 1.0}, "children": ["g"]},
       "_meta": {"hostvars": {"h1": {"b": [true, null, "\\u00e9"]}}}}
      """;

  private static final String CONSTRUCTED =
      """
      plugin: constructed
      strict: false
      compose: {x: "os | lower ~ n", y: l | map('upper') | list}
      groups: {g: n > 2 and os is match('D.*')}
      keyed_groups: [{key: os, prefix: os, separator: '-', parent_group: "p {{ n }}", default_value: v}]
      """;

  private static final String GENERATOR =
      """
      plugin: generator
      hosts: {name: "{{ a }}-{{ b }}", parents: [{name: "{{ a }}", vars: {v: "{{ b }}"}}]}
      layers: {a: [x, y], b: [1, 2]}
      """;

  private static final String EXPRESSION =
      "'%s-%d' % (s|regex_replace('(a)b*', '\\1'), n ** 2) if d.a is defined and 3 in l[::-1] else"
          + " [s.split(' ', 1)|first, {'k': l|select('number')|sort|join(',')}]";

  private Seeds() {}

  private static void inventories(Path corpus) throws IOException {
    Files.writeString(corpus.resolve("ini"), INI);
    Files.writeString(corpus.resolve("groups"), GROUPS);
    Files.writeString(corpus.resolve("toml"), TOML);
    Files.writeString(corpus.resolve("script"), SCRIPT);
    Files.writeString(corpus.resolve("constructed"), CONSTRUCTED);
    Files.writeString(corpus.resolve("generator"), GENERATOR);
    Files.writeString(corpus.resolve("expression"), EXPRESSION);
    Files.writeString(corpus.resolve("pattern"), "web:&w*:!~d[ab].*:db[0:2]");
    Files.writeString(corpus.resolve("range"), "w[1:20:3],[2001:db8::1]:22,d[a:f].x[01:03]");
  }

  static void plant(Class<?> target, Path corpus) throws IOException {
    Files.writeString(corpus.resolve("cloudstack"), CLOUDSTACK);
    Files.writeString(corpus.resolve("universal"), UNIVERSAL);
    Files.writeString(corpus.resolve("calls"), CALLS);
    Files.writeString(corpus.resolve("minisign"), MINISIGN);
    inventories(corpus);
    if (target == Targets.Archives.class || target == Targets.Jars.class) {
      zip(corpus.resolve("zip"), "a/b");
      zip(corpus.resolve("signed"), "META-INF/MANIFEST.MF", "META-INF/X.SF", "META-INF/X.EC", "a");
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(corpus.resolve("gz")))) {
        out.write(tar());
      }
      Files.write(corpus.resolve("tar"), tar());
    }
  }

  private static void zip(Path file, String... names) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write("Manifest-Version: 1.0\r\n\r\nName: a\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  /** One empty file, and the end. */
  private static byte[] tar() {
    byte[] tar = new byte[1536];
    byte[] head = "a".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(head, 0, tar, 0, 1);
    put(tar, 100, "0000644\0" + "0000000\0".repeat(2) + "00000000000\0".repeat(2));
    put(tar, 148, "        0");
    put(tar, 257, "ustar\00000");
    int sum = 0;
    for (int at = 0; at < 512; at++) {
      sum += tar[at] & 0xff;
    }
    put(tar, 148, String.format("%06o\0 ", sum));
    return tar;
  }

  private static void put(byte[] tar, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(bytes, 0, tar, at, bytes.length);
  }
}
