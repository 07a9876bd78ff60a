package hotshoe.gateway;

import hotshoe.configuration.Configuration;
import hotshoe.configuration.Value;
import hotshoe.host.Host;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.slice.Slice;
import hotshoe.slice.SliceComponent;
import hotshoe.status.SliceStatus;
import hotshoe.status.Status;
import hotshoe.status.StatusLevel;
import hotshoe.status.StatusReporter;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP door as a slice: opens in start, turns new requests away from prestop on, closes in stop
 * (rows INM-23, INM-24). A door that cannot be opened fails this slice and nothing else.
 */
@Component(service = Slice.class)
@SliceComponent(name = "hotshoe.gateway")
public final class Gateway implements Slice, StatusReporter {

  private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

  /** How long a request may take, besides what the slices may take to tell their status. */
  private static final Duration REQUEST_LIMIT = Duration.ofSeconds(10);

  private static final String ENABLED = "gateway.enabled";
  private static final String HOST = "gateway.host";
  private static final String PORT = "gateway.port";

  private final Configuration configuration;
  private final Host host;
  private final Status status;
  private final AtomicReference<Optional<Door>> door = new AtomicReference<>(Optional.empty());

  /** Takes what it needs; nothing is opened yet. */
  @Activate
  public Gateway(
      @Reference Configuration configuration, @Reference Host host, @Reference Status status) {
    this.configuration = configuration;
    this.host = host;
    this.status = status;
  }

  @Override
  public void start() {
    if (!configuration.flag(ENABLED)) {
      LOG.info("not answering over HTTP ({} is false)", ENABLED);
      return;
    }
    InetSocketAddress wanted = wanted();
    Door opened = open(wanted);
    door.set(Optional.of(opened));
    LOG.info("answering on {}", address(opened));
    if (!wanted.getAddress().isLoopbackAddress()) {
      Problem problem =
          Problem.warning("HS-GATEWAY-004", "other machines can read this host's status")
              .at(origin(HOST))
              .because(HOST + " is " + configuration.text(HOST) + ", and nobody has to log in")
              .advising("let only those reach the port who may, or listen on 127.0.0.1");
      LOG.warn("{}", problem.sentence());
    }
  }

  private InetSocketAddress wanted() {
    long port = configuration.number(PORT);
    if (port < 0 || port > 65_535) {
      throw new ProblemException(
          Problem.error("HS-GATEWAY-003", port + " is not a port")
              .at(origin(PORT))
              .advising("set " + PORT + " to a number from 1 to 65535, or to 0 for any free one"));
    }
    InetSocketAddress address = new InetSocketAddress(configuration.text(HOST), (int) port);
    if (address.isUnresolved()) {
      throw new ProblemException(unavailable("no address is known for it"));
    }
    return address;
  }

  private Door open(InetSocketAddress wanted) {
    try {
      Duration limit = REQUEST_LIMIT.plus(configuration.duration("slice.status-limit"));
      return Door.open(wanted, new Pages(host, status), limit);
    } catch (BindException e) {
      String why = String.valueOf(e.getMessage());
      throw new ProblemException(why.contains("in use") ? taken(wanted) : unavailable(why), e);
    } catch (IOException e) {
      throw new ProblemException(unavailable(e.toString()), e);
    }
  }

  private Problem taken(InetSocketAddress wanted) {
    String place = wanted.getHostString() + ":" + wanted.getPort();
    return Problem.error("HS-GATEWAY-001", "port " + wanted.getPort() + " is in use")
        .at(origin(PORT))
        .because("another program listens on " + place)
        .advising("end it, or set " + PORT + " to another port, or to 0 for any free one");
  }

  private Problem unavailable(String why) {
    String place = configuration.text(HOST) + ":" + configuration.number(PORT);
    return Problem.error("HS-GATEWAY-002", "cannot listen on " + place)
        .at(origin(HOST))
        .because(why)
        .advising("set " + HOST + " to an address of this machine and " + PORT + " to a free port");
  }

  private String origin(String key) {
    return configuration.find(key).map(Value::origin).map(Object::toString).orElse("");
  }

  @Override
  public void prestop() throws InterruptedException {
    Optional<Door> open = door.get();
    if (open.isPresent()) {
      Duration limit = configuration.duration("stop.drain-limit");
      int left = open.get().drain(limit);
      if (left > 0) {
        Problem problem =
            Problem.warning("HS-GATEWAY-005", "requests are cut off: " + left)
                .because("they did not end within " + limit.toMillis() + " ms of the stop");
        LOG.warn("{}", problem.sentence());
      }
    }
  }

  @Override
  public void stop() {
    door.getAndSet(Optional.empty()).ifPresent(Door::close);
  }

  @Override
  public SliceStatus status() {
    return door.get()
        .map(Gateway::report)
        .orElseGet(() -> SliceStatus.of(StatusLevel.OK, "not answering over HTTP"));
  }

  private static SliceStatus report(Door door) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("address", address(door));
    details.put("port", door.address().getPort());
    details.put("requests", door.requests());
    details.put("inHand", door.inHand());
    return new SliceStatus(StatusLevel.OK, "answering on " + address(door), details);
  }

  private static String address(Door door) {
    InetSocketAddress address = door.address();
    String host = address.getAddress().getHostAddress();
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
  }
}
