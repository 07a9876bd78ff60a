package hotshoe.cloudstack.mapping;

/** By which details of resources one finds where another one is; each holds an identifier. */
public final class Places {

  /** Of an instance: the host that it is on. */
  public static final String HOST = "host";

  /** Of a host, or of an instance that is on none: the cluster. */
  public static final String CLUSTER = "cluster";

  /** Of a network: the VPC that it belongs to. */
  public static final String VPC = "vpc";

  /**
   * Of a network or a VPC: the physical network that it is on; a network's default is its VPC's.
   */
  public static final String PHYSICAL_NETWORK = "physicalnetwork";

  /** Of a network or a VPC: the extension that serves it. */
  public static final String PROVIDER = "provider";

  private Places() {}
}
