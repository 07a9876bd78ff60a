package hotshoe.cloudstack.readiness;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Programs that a shell script seems to use and that are not here. Only well-known names are looked
 * for, and only where a command may stand: a script is read as text and never run, so more would be
 * guessed than known.
 *
 * @param path the folders in which programs are found, as in {@code PATH}
 */
record ProgramHints(String path) {

  private static final int LONGEST = 1 << 20;

  private static final Pattern SHELL = Pattern.compile("\\A#!.*[/ \t](ba|da|k|z)?sh\\b.*");

  private static final String KNOWN =
      "ansible-playbook|aws|az|conntrack|curl|dig|dnsmasq|docker|etcdctl|ethtool|gcloud|govc|haproxy|"
          + "hping3|ipmitool|iptables|ipset|jq|kubectl|lxc|mysql|nft|nc|nmap|node|nomad|openssl|"
          + "perl|php|ping|podman|pvesh|psql|python|python3|qemu-img|racadm|redis-cli|rsync|ruby|"
          + "scp|snmpget|socat|sqlite3|ssh|sshpass|systemctl|terraform|tshark|uuidgen|virsh|wget|"
          + "xe|xmllint|xmlstarlet|yq";

  /** At the beginning of a line, and after what ends one command and begins another. */
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?m)(?:^|[|;&({`!]|\\b(?:then|do|else|if|while|until|exec|sudo)[ \t])[ \t]*("
              + KNOWN
              + ")(?=\\s|$)");

  /** Those it names as commands and that are not here, sorted; none where it is no shell script. */
  List<String> missing(Path script) throws IOException {
    String text = read(script);
    if (!SHELL.matcher(text.lines().findFirst().orElse("")).matches()) {
      return List.of();
    }
    TreeSet<String> names = new TreeSet<>();
    Matcher command = COMMAND.matcher(withoutComments(text));
    while (command.find()) {
      names.add(command.group(1));
    }
    names.removeIf(this::isHere);
    names.removeIf(name -> text.contains(name + "()") || text.contains("function " + name));
    return List.copyOf(names);
  }

  private static String read(Path script) throws IOException {
    try (InputStream bytes = Files.newInputStream(script)) {
      return new String(bytes.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
    }
  }

  private static String withoutComments(String text) {
    return text.replaceAll("(?m)^[ \t]*#.*$", "");
  }

  private boolean isHere(String name) {
    return Arrays.stream(path.split(":"))
        .filter(folder -> folder.startsWith("/"))
        .map(folder -> Path.of(folder, name))
        .anyMatch(Files::isExecutable);
  }
}
