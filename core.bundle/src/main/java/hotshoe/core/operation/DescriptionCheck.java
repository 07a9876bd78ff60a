package hotshoe.core.operation;

import hotshoe.caller.Access.KeyAccess;
import hotshoe.operation.OperationDescription;
import hotshoe.operation.OperationDescription.DeclaredError;
import hotshoe.operation.OperationDescription.Lifecycle;
import hotshoe.type.Field;
import hotshoe.type.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.framework.Version;

/**
 * What is wrong with a description, and what is merely unusual. That defaults match their types is
 * seen to when a field is made.
 */
final class DescriptionCheck {

  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9_]{0,99}");

  private final OperationDescription description;
  private final List<String> faults = new ArrayList<>();
  private final List<String> oddities = new ArrayList<>();

  private DescriptionCheck(OperationDescription description) {
    this.description = description;
  }

  /** The faults keep it out of the catalogue, the oddities do not. */
  record Findings(List<String> faults, List<String> oddities) {}

  static Findings of(OperationDescription description) {
    DescriptionCheck check = new DescriptionCheck(description);
    check.parameters();
    check.errors();
    check.access();
    check.lifecycle();
    check.bounds();
    return new Findings(check.faults, check.oddities);
  }

  private void parameters() {
    Set<String> seen = new HashSet<>();
    boolean mayBeLeftOut = false;
    for (Field field : description.parameters()) {
      if (!seen.add(field.name())) {
        faults.add("the parameter " + field.name() + " is declared twice");
      }
      if (field.type() instanceof Type.Nothing) {
        faults.add("the parameter " + field.name() + " takes no value");
      }
      if (mayBeLeftOut && field.isRequired()) {
        oddities.add(
            "the parameter " + field.name() + " must be given and follows one that need not");
      }
      mayBeLeftOut |= !field.isRequired();
    }
  }

  private void errors() {
    Set<String> seen = new HashSet<>();
    for (DeclaredError error : description.errors()) {
      if (!CODE.matcher(error.code()).matches()) {
        faults.add(
            "the error code " + OperationProblems.shown(error.code()) + " is not in upper case");
      }
      if (!seen.add(error.code())) {
        faults.add("the error " + error.code() + " is declared twice");
      }
    }
  }

  private void access() {
    for (KeyAccess key : description.access().keys()) {
      boolean known =
          description.parameters().stream()
              .anyMatch(field -> field.name().equalsIgnoreCase(key.parameter()));
      if (!known) {
        faults.add("roles are declared for " + key.parameter() + ", which is no parameter");
      }
    }
    if (description.access().anyOf().stream().anyMatch(String::isBlank)) {
      faults.add("a role has a blank name");
    }
    if (description.access().anyOf().isEmpty()) {
      oddities.add("it names no role, so that nobody but the host may call it");
    }
  }

  private void lifecycle() {
    Lifecycle life = description.lifecycle();
    boolean ends = !life.deprecated().isEmpty() || !life.removed().isEmpty();
    if (ends && life.reason().isBlank()) {
      oddities.add("it says neither why it ends nor what to use instead");
    }
    if (isBefore(life.deprecated(), life.since())) {
      faults.add("it is deprecated before it came");
    }
    if (isBefore(life.removed(), life.since()) || isBefore(life.removed(), life.deprecated())) {
      faults.add("it is removed before it came or was deprecated");
    }
  }

  private static boolean isBefore(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return false;
    }
    try {
      return Version.parseVersion(one).compareTo(Version.parseVersion(other)) < 0;
    } catch (IllegalArgumentException notComparable) {
      return false;
    }
  }

  private void bounds() {
    if (description.limit().filter(limit -> limit.isZero() || limit.isNegative()).isPresent()) {
      faults.add("its time limit is not above zero");
    }
    if (description.resourceKind().filter(String::isBlank).isPresent()) {
      faults.add("the kind of resource it acts on is blank");
    }
  }
}
