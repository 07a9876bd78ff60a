package hotshoe.inventory.source;

import hotshoe.inventory.value.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which facts become variables: not those that say how a host is reached, and no internal ones. */
final class FactNames {

  private static final Set<String> RESTRICTED =
      Set.of(
          "ansible_become",
          "ansible_connection",
          "ansible_connection_user",
          "ansible_docker_extra_args",
          "ansible_facts",
          "ansible_host",
          "ansible_module_compression",
          "ansible_network_os",
          "ansible_password",
          "ansible_pipelining",
          "ansible_playbook_python",
          "ansible_port",
          "ansible_private_key_file",
          "ansible_rsync_path",
          "ansible_scp_extra_args",
          "ansible_sftp_extra_args",
          "ansible_shell_executable",
          "ansible_shell_type",
          "ansible_timeout",
          "ansible_user",
          "add_host",
          "add_group");

  private static final Pattern OF_CONNECTIONS =
      Pattern.compile("ansible_(?:local|paramiko_ssh|psrp|ssh|winrm)_.*", Pattern.DOTALL);
  private static final Pattern BRIDGES = Pattern.compile(".*_(?:bridge|gwbridge)", Pattern.DOTALL);
  private static final Pattern INTERPRETER = Pattern.compile("ansible_.*_interpreter");

  private FactNames() {}

  /** Whether a fact of this name could change how the host is reached. */
  static boolean areOfConnection(String name) {
    if (name.startsWith("ansible_ssh_host_key_")) {
      return false;
    }
    boolean isOfPlugin = OF_CONNECTIONS.matcher(name).matches() && !BRIDGES.matcher(name).matches();
    return RESTRICTED.contains(name)
        || isOfPlugin
        || name.startsWith("ansible_become_")
        || INTERPRETER.matcher(name).matches();
  }

  /** Whether it is between modules only. */
  static boolean isInternal(String name) {
    return name.startsWith("_ansible_");
  }

  /** The value with nothing internal in it. */
  static Object withoutInternal(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(FactNames::withoutInternal).toList();
    }
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    Table.Builder kept = new Table.Builder();
    map.forEach(
        (key, inner) -> {
          if (!isInternal(String.valueOf(key))) {
            kept.put(key, withoutInternal(inner), 0);
          }
        });
    return kept.build();
  }
}
