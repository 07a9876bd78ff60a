package hotshoe.cloudstack.lifecycle;

import com.google.gson.JsonElement;
import hotshoe.resource.Resource;
import hotshoe.type.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The instance as home describes it in {@code cloudstack.vm.details} (row CS-58): plain values by
 * key. What nobody said is left out, unless home always has a value for it.
 */
public final class Machine {

  private static final long MEBIBYTE = 1 << 20;
  private static final Pattern INTERNAL_NAME = Pattern.compile("[irvs]-\\d+-(\\d{1,18})-.*");
  private static final Pattern VLAN = Pattern.compile("vlan://(.+)");

  private final Placement placement;
  private final Faults faults;
  private final Map<String, Object> keys = new LinkedHashMap<>();

  private Machine(Placement placement) {
    this.placement = placement;
    this.faults = new Faults(placement.instance());
  }

  /** What is about to become of an instance, as far as its description tells it. */
  public enum Moment {
    /** It is made. */
    DEPLOYING("Starting"),
    /** It is started. */
    STARTING("Starting"),
    /** It is stopped. */
    STOPPING("Stopping"),
    /** It is removed. */
    EXPUNGING("Expunging"),
    /** Nothing: somebody asks. */
    ANY("");

    private final String state;

    Moment(String state) {
      this.state = state;
    }
  }

  /**
   * A description.
   *
   * @throws hotshoe.problem.ProblemException that tells every detail that is not as it should be
   */
  public static Map<String, Object> of(Placement placement, Moment moment) {
    Machine machine = new Machine(placement);
    machine.describe(moment);
    machine.faults.refuse();
    return machine.keys;
  }

  /** The name of an instance inside the cloud, such as {@code i-2-100-VM}. */
  public static String name(Resource instance) {
    return instance
        .reveal(InstanceDetails.INTERNAL_NAME)
        .filter(name -> !name.isBlank())
        .orElse(instance.name());
  }

  /** The VLAN of the default network card, if it is in one. */
  public static Optional<String> vlan(Map<String, Object> machine) {
    return ((List<?>) machine.get("nics"))
        .stream()
            .map(nic -> (Map<?, ?>) nic)
            .filter(nic -> Boolean.TRUE.equals(nic.get("defaultNic")))
            .map(nic -> nic.get("broadcastUri"))
            .map(uri -> VLAN.matcher(String.valueOf(uri)))
            .filter(Matcher::matches)
            .map(matcher -> matcher.group(1))
            .findFirst();
  }

  private void describe(Moment moment) {
    Resource instance = placement.instance();
    Devices devices = new Devices(instance, faults);
    number().ifPresent(id -> keys.put("id", id));
    keys.put("name", name(instance));
    keys.put("uuid", instance.ref().id());
    keys.put("type", text(InstanceDetails.TYPE).orElse("User"));
    keys.put("state", state(moment));
    size();
    keys.put("arch", text(InstanceDetails.ARCHITECTURE).orElse("x86_64"));
    text(InstanceDetails.SYSTEM).ifPresent(os -> keys.put("os", os));
    keys.put("bootArgs", text(InstanceDetails.BOOT_ARGUMENTS).orElse(""));
    text(InstanceDetails.VNC_PASSWORD).ifPresent(it -> keys.put("vncPassword", it));
    keys.put("enableHA", flag(InstanceDetails.HIGH_AVAILABILITY));
    keys.put("details", details(moment));
    keys.put("disks", devices.disks());
    keys.put("nics", devices.nics());
    object(InstanceDetails.GUEST_SYSTEM, "guestOsDetails");
    object(InstanceDetails.EXTRA, "extraConfig");
    object(InstanceDetails.METADATA, "metadata");
  }

  /** Processors and memory: equal bounds, as for instances that do not change their size. */
  private void size() {
    number(InstanceDetails.CPUS, 1, 65_536).ifPresent(count -> keys.put("cpus", count));
    number(InstanceDetails.CPU_SPEED, 0, 1_000_000)
        .ifPresent(
            speed -> {
              keys.put("minSpeed", speed);
              keys.put("maxSpeed", speed);
            });
    number(InstanceDetails.MEMORY, 1, 1L << 30)
        .ifPresent(
            mebibytes -> {
              keys.put("minRam", mebibytes * MEBIBYTE);
              keys.put("maxRam", mebibytes * MEBIBYTE);
            });
  }

  /** Home numbers instances; the number is part of the name inside the cloud. */
  private Optional<Long> number() {
    Optional<Long> given = number(InstanceDetails.NUMBER, 1, Long.MAX_VALUE);
    return given.or(
        () ->
            Optional.of(INTERNAL_NAME.matcher(name(placement.instance())))
                .filter(Matcher::matches)
                .map(matcher -> Long.valueOf(matcher.group(1))));
  }

  private String state(Moment moment) {
    if (!moment.state.isEmpty()) {
      return moment.state;
    }
    String power = text(InstanceDetails.POWER_STATE).orElse("");
    if (power.equals(PowerState.ON.word())) {
      return "Running";
    }
    return power.equals(PowerState.OFF.word()) ? "Stopped" : "Unknown";
  }

  /** The template's details for the system outside, then the offering's, then the instance's. */
  private Map<String, String> details(Moment moment) {
    Map<String, String> details = new LinkedHashMap<>();
    placement
        .template()
        .ifPresent(
            it ->
                Placement.external(it)
                    .forEach((key, text) -> details.put(InstanceDetails.EXTERNAL + key, text)));
    placement.offering().ifPresent(it -> details.putAll(Placement.given(it)));
    details.putAll(Placement.given(placement.instance()));
    details.keySet().removeIf(InstanceDetails::isOwn);
    if (moment == Moment.DEPLOYING) {
      details.put(InstanceDetails.DEPLOYING, "true");
    }
    return details;
  }

  private void object(String detail, String key) {
    text(detail)
        .ifPresent(
            text -> {
              Optional<JsonElement> json = JsonText.element(text).filter(JsonElement::isJsonObject);
              json.ifPresent(it -> keys.put(key, JsonText.plain(it)));
              if (json.isEmpty()) {
                faults.add(detail, "it is no JSON object");
              }
            });
  }

  private Optional<String> text(String detail) {
    return placement.detail(detail).filter(text -> !text.isBlank());
  }

  private Optional<Long> number(String detail, long least, long greatest) {
    return faults.read(text(detail), Type.integer(least, greatest), detail, Long.class);
  }

  private boolean flag(String detail) {
    return faults.read(text(detail), Type.bool(), detail, Boolean.class).orElse(false);
  }
}
