package hotshoe.shell.command;

import hotshoe.configuration.Configuration;
import hotshoe.configuration.Value;
import hotshoe.host.Host;
import hotshoe.slice.Slices;
import hotshoe.status.HostStatus;
import hotshoe.status.Status;
import java.util.Comparator;
import java.util.List;
import org.apache.felix.service.command.Descriptor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The commands {@code hotshoe:*}, which also answer to their bare names: the host as a whole. */
@Component(
    service = Object.class,
    property = {
      "osgi.command.scope=hotshoe",
      "osgi.command.function=status",
      "osgi.command.function=config",
      "osgi.command.function=stop",
      "osgi.command.function=dump"
    })
public class HostCommands {

  private final Host host;
  private final Configuration configuration;
  private final Status status;
  private final Slices slices;

  @Activate
  public HostCommands(
      @Reference Host host,
      @Reference Configuration configuration,
      @Reference Status status,
      @Reference Slices slices) {
    this.host = host;
    this.configuration = configuration;
    this.status = status;
    this.slices = slices;
  }

  @Descriptor("tells how the host, its extensions and its slices are")
  @Examples({"status", "(status) overall"})
  public HostStatus status() {
    return status.status();
  }

  @Descriptor("lists the effective configuration and where it comes from")
  @Examples({"config", "config | grep gateway"})
  public Listing<Value> config() {
    List<Value> values =
        configuration.values().stream().sorted(Comparator.comparing(Value::key)).toList();
    return new Listing<>(Value.class, values);
  }

  @Descriptor("stops the host in good order")
  @Examples("stop")
  public String stop() {
    host.stop("somebody asked for it in the shell");
    return "The host is stopping.";
  }

  @Descriptor("shows what every thread is doing, and the slices")
  @Examples({"dump", "dump > dump.txt", "dump | grep BLOCKED"})
  public Dump dump() {
    return Dump.now(slices.list());
  }
}
