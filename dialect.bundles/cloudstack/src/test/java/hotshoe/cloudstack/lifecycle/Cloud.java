package hotshoe.cloudstack.lifecycle;

import hotshoe.cloudstack.mapping.Mappings;
import hotshoe.cloudstack.mapping.RegistryInMemory;
import hotshoe.extension.ExtensionName;
import hotshoe.resource.Resource;
import hotshoe.resource.Resource.Detail;
import java.util.Optional;

/** A small cloud for tests: a mapped cluster with a host, a template, an offering, an instance. */
public final class Cloud {

  /** The instance, with all that can be said of one. */
  public static final Resource INSTANCE =
      Resource.of("VirtualMachine", "5c0c5b9e-7a55-4f0e-9d7f-2f6f3a0b1c01", "web")
          .with("host", Detail.visible("h1"))
          .with("template", Detail.visible("t1"))
          .with("serviceoffering", Detail.visible("ServiceOffering:o1"))
          .with("internalname", Detail.visible("i-2-100-VM"))
          .with("vncpassword", Detail.secret("vnc-secret"))
          .with("haenable", Detail.visible("true"))
          .with("os", Detail.visible("Debian GNU/Linux 12 (64-bit)"))
          .with(
              "disks", Detail.visible("[{\"diskSeq\":0,\"path\":\"/images/1\",\"type\":\"ROOT\"}]"))
          .with(
              "nics",
              Detail.visible(
                  """
                  [{"mac":"02:00:00:00:00:01","ip":"10.1.1.5","netmask":"255.255.255.0",
                    "gateway":"10.1.1.1","dns1":"10.1.1.2","broadcastType":"Vlan",
                    "broadcastUri":"vlan://166","isolationUri":"vlan://166","type":"Guest",
                    "networkId":204,"networkSegmentName":"net-166","mtu":1500},
                   {"deviceId":1,"uuid":"a7e0f3de-0000-4000-8000-000000000002",
                    "securityGroupEnabled":true}]
                  """))
          .with("guestosdetails", Detail.visible("{\"family\":\"Linux\"}"))
          .with("External:vm_name", Detail.visible("web-1"))
          .with("External:token", Detail.secret("t0ken"))
          .with("External:note", Detail.hidden("for administrators"))
          .with("keyboard", Detail.visible("de"));

  private static final Resource HOST =
      Resource.of("Host", "h1", "rack-1")
          .with("cluster", Detail.visible("c1"))
          .with("External:node", Detail.visible("pve-1"))
          .with("room", Detail.visible("B7"));

  private static final Resource TEMPLATE =
      Resource.of("Template", "t1", "debian")
          .with("External:template_id", Detail.visible("9000"))
          .with("External:vm_name", Detail.visible("of the template"));

  private static final Resource OFFERING =
      Resource.of("ServiceOffering", "o1", "small")
          .with("cpunumber", Detail.visible("2"))
          .with("cpuspeed", Detail.visible("1500"))
          .with("memory", Detail.visible("1024"))
          .with("External:pool", Detail.visible("fast"))
          .with("keyboard", Detail.visible("us"));

  private static final Resource MAPPING =
      Resource.of("ExtensionMapping", "Cluster/c1", "Cluster/c1")
          .runBy(new ExtensionName("demo"))
          .with("url", Detail.visible("https://pve.example.org"))
          .with("password", Detail.secret("of the cluster"))
          .with("hotshoe.created", Detail.hidden("2026-01-02T03:04:05Z"));

  private final RegistryInMemory resources;

  private Cloud(RegistryInMemory resources) {
    this.resources = resources;
  }

  /** All of it. */
  public static Cloud whole() {
    return new Cloud(
        RegistryInMemory.of(
            INSTANCE, HOST, TEMPLATE, OFFERING, MAPPING, Resource.of("Cluster", "c1", "racks")));
  }

  /** The same cloud with this resource instead of the one of its reference. */
  public Cloud with(Resource resource) {
    resources.put(resource);
    return this;
  }

  /** The same cloud without a resource. */
  public Cloud without(String kind, String id) {
    resources.remove(new hotshoe.type.Ref(kind, id));
    return this;
  }

  /** Its instances. */
  public Instances instances() {
    return new Instances(resources, new Mappings(resources));
  }

  /** Where the instance is. */
  public Placement placement() {
    return instances().placement(instance());
  }

  /** The instance as it is now. */
  public Resource instance() {
    return resources.require(INSTANCE.ref());
  }

  /** The host as it is now. */
  public Resource host() {
    return resources.require(HOST.ref());
  }

  /** A detail of the instance, if it has it. */
  public Optional<String> detail(String key) {
    return instance().reveal(key);
  }
}
