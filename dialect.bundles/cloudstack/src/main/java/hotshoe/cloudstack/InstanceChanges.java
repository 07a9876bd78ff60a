package hotshoe.cloudstack;

import hotshoe.cloudstack.lifecycle.Instances;
import hotshoe.cloudstack.lifecycle.LifecycleProblems;
import hotshoe.cloudstack.lifecycle.Machine.Moment;
import hotshoe.cloudstack.lifecycle.Placement;
import hotshoe.cloudstack.lifecycle.PowerState;
import hotshoe.cloudstack.lifecycle.Preparation;
import hotshoe.cloudstack.lifecycle.Turns.Turn;
import hotshoe.extension.ExtensionName;
import hotshoe.operation.Invocation;
import hotshoe.operation.OperationFailure;
import hotshoe.problem.ProblemException;
import hotshoe.resource.Resource;
import hotshoe.type.Ref;

/**
 * What changes an instance (row CS-59): each verb is sent at its moment, one after the other for
 * one instance, and what came of it is noted. Safe for use by many threads.
 *
 * @param talk with the entrypoint
 * @param instances where they are noted
 * @param prepares whether an instance is prepared before it is made
 */
record InstanceChanges(Talk talk, Instances instances, boolean prepares) {

  /** Does what a call wants; returns what the program wrote. */
  String run(Verb verb, Invocation call) throws OperationFailure, InterruptedException {
    Ref ref = call.resource().orElseThrow().ref();
    try (Turn turn = instances.turn(ref)) {
      Resource instance = instances.now(ref);
      return switch (verb) {
        case PREPARE -> prepare(first(instance), call).output();
        case CREATE -> create(instance, call);
        case START -> start(instance, call);
        case STOP -> change(verb, instance, call, PowerState.OFF);
        case REBOOT -> change(verb, instance, call, PowerState.ON);
        default -> delete(instance, call);
      };
    }
  }

  /** An instance together with what was answered about it. */
  private record Prepared(Placement placement, String output) {}

  private String start(Resource instance, Invocation call) throws OperationFailure {
    return Instances.isDeployed(instance)
        ? change(Verb.START, instance, call, PowerState.ON)
        : create(instance, call);
  }

  private String create(Resource instance, Invocation call) throws OperationFailure {
    if (Instances.isDeployed(instance)) {
      throw new ProblemException(LifecycleProblems.deployed(instance));
    }
    Placement placement = first(instance);
    if (prepares) {
      placement = prepare(placement, call).placement();
    }
    String output = ask(Verb.CREATE, placement, Moment.DEPLOYING, call);
    instances.deployed(instance.ref());
    return output;
  }

  private Prepared prepare(Placement placement, Invocation call) throws OperationFailure {
    Payload payload = talk.payload(call.caller()).about(placement, Moment.DEPLOYING);
    Answer answer = talk.ask(Verb.PREPARE, payload, call.task());
    Preparation preparation = Preparation.of(payload.machine(), answer.output());
    preparation.notes().forEach(note -> call.task().err("prepare: " + note + "\n"));
    return new Prepared(instances.prepared(placement, preparation), "");
  }

  private String change(Verb verb, Resource instance, Invocation call, PowerState after)
      throws OperationFailure {
    String output = ask(verb, checked(instances.placement(instance)), moment(verb), call);
    instances.made(instance.ref(), after);
    return output;
  }

  private String delete(Resource instance, Invocation call) throws OperationFailure {
    Placement placement = checked(instances.placement(instance));
    String output = ask(Verb.DELETE, placement, Moment.EXPUNGING, call);
    instances.removed(instance.ref());
    return output;
  }

  private static Moment moment(Verb verb) {
    return verb == Verb.STOP ? Moment.STOPPING : Moment.STARTING;
  }

  private String ask(Verb verb, Placement placement, Moment moment, Invocation call)
      throws OperationFailure {
    Payload payload = talk.payload(call.caller()).about(placement, moment);
    return talk.ask(verb, payload, call.task()).output();
  }

  private Placement first(Resource instance) {
    return checked(instances.firstPlacement(instance));
  }

  private Placement checked(Placement placement) {
    placement.refuseUnlessConnected(new ExtensionName(talk.common().extension()));
    return placement;
  }
}
