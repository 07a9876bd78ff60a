package hotshoe.cloudstack.lifecycle;

import hotshoe.resource.Resource;
import java.util.Locale;
import java.util.Set;

/**
 * The details of instances, hosts, templates and offerings that the host itself reads, by key. They
 * are documented in {@code docs/guide/cloudstack.md}; all other details belong to people.
 */
public final class InstanceDetails {

  /** Of an instance: the identifier of its host. */
  public static final String HOST = "host";

  /** Of a host, or of an instance that is on none: the identifier of its cluster. */
  public static final String CLUSTER = "cluster";

  /** Of an instance: the identifier of its template. */
  public static final String TEMPLATE = "template";

  /** Of an instance: the identifier of its service offering. */
  public static final String OFFERING = "serviceoffering";

  /** Of an instance: since when it is there, in ISO 8601; absent until it was deployed. */
  public static final String DEPLOYED = "deployed";

  /** Of an instance: the last power state that was told, as {@link PowerState#word()}. */
  public static final String POWER_STATE = "powerstate";

  /** Of an instance: the password of its console; secret. */
  public static final String VNC_PASSWORD = "vncpassword";

  /** Of an instance: its network cards, a list as JSON. */
  public static final String NICS = "nics";

  /** Of an instance: its disks, a list as JSON. */
  public static final String DISKS = "disks";

  static final String NUMBER = "id";
  static final String INTERNAL_NAME = "internalname";
  static final String TYPE = "type";
  static final String CPUS = "cpunumber";
  static final String CPU_SPEED = "cpuspeed";
  static final String MEMORY = "memory";
  static final String ARCHITECTURE = "arch";
  static final String SYSTEM = "os";
  static final String BOOT_ARGUMENTS = "bootargs";
  static final String HIGH_AVAILABILITY = "haenable";
  static final String GUEST_SYSTEM = "guestosdetails";
  static final String EXTRA = "extraconfig";
  static final String METADATA = "metadata";

  /** What home adds to the details of an instance that is deployed. */
  static final String DEPLOYING = "deployvm";

  /** What details of a system outside begin with where they are kept. */
  static final String EXTERNAL = "External:";

  private static final String RESERVED = "hotshoe.";

  private static final Set<String> OWN =
      Set.of(
          HOST,
          CLUSTER,
          TEMPLATE,
          OFFERING,
          DEPLOYED,
          POWER_STATE,
          VNC_PASSWORD,
          NICS,
          DISKS,
          NUMBER,
          INTERNAL_NAME,
          TYPE,
          CPUS,
          CPU_SPEED,
          MEMORY,
          ARCHITECTURE,
          SYSTEM,
          BOOT_ARGUMENTS,
          HIGH_AVAILABILITY,
          GUEST_SYSTEM,
          EXTRA,
          METADATA,
          DEPLOYING,
          Resource.USABLE_BY);

  private static final Set<String> SECRETS = Set.of("password", "sshkey", VNC_PASSWORD);

  private InstanceDetails() {}

  /** Whether the host reads it, so that no entrypoint gets it as a detail or changes it. */
  static boolean isOwn(String key) {
    return OWN.contains(key) || key.startsWith(RESERVED);
  }

  /** Whether people are never shown what an entrypoint told under this key. */
  static boolean isSecret(String key) {
    String name = key.startsWith(EXTERNAL) ? key.substring(EXTERNAL.length()) : key;
    return SECRETS.contains(name.toLowerCase(Locale.ROOT));
  }
}
