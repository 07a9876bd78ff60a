package hotshoe.shell.command;

import hotshoe.form.Form;
import hotshoe.operation.CallRequest;
import hotshoe.operation.OperationDescription;
import hotshoe.operation.OperationDescription.Trait;
import hotshoe.operation.Operations;
import hotshoe.problem.Problem;
import hotshoe.problem.ProblemException;
import hotshoe.resource.Resources;
import hotshoe.shell.command.Completes.Kind;
import hotshoe.task.TaskHandle;
import hotshoe.type.Ref;
import hotshoe.type.Values.Reading;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The commands {@code op:*}: the catalogue, and calls from it. */
@Component(
    service = Object.class,
    property = {
      "osgi.command.scope=op",
      "osgi.command.function=list",
      "osgi.command.function=info",
      "osgi.command.function=call"
    })
public class OperationCommands implements Assistant {

  private final Operations operations;
  private final Resources resources;

  @Activate
  public OperationCommands(@Reference Operations operations, @Reference Resources resources) {
    this.operations = operations;
    this.resources = resources;
  }

  @Descriptor("lists the operations that extensions offer")
  @Examples({"op:list", "op:list billing", "op:list -a", "op:list --json > operations.json"})
  public Object list(
      @Descriptor("hidden ones and removed ones as well")
          @Parameter(
              names = {"-a", "--all"},
              presentValue = "true",
              absentValue = "false")
          boolean all,
      @Descriptor("write it as JSON")
          @Parameter(names = "--json", presentValue = "true", absentValue = "false")
          boolean json,
      @Descriptor("with this text in the name, the title or the description") String... filter) {
    List<OperationDescription> found =
        operations.list().stream()
            .filter(operation -> all || isShown(operation))
            .filter(operation -> holds(operation, filter))
            .toList();
    return json
        ? new JsonDocument(found.stream().map(OperationDocument::of).toList())
        : new Listing<>(OperationDescription.class, found);
  }

  private static boolean isShown(OperationDescription operation) {
    return !operation.traits().contains(Trait.HIDDEN) && operation.lifecycle().removed().isEmpty();
  }

  private static boolean holds(OperationDescription operation, String... filter) {
    String text = operation.name() + "\n" + operation.title() + "\n" + operation.description();
    String all = text.toLowerCase(Locale.ROOT);
    return List.of(filter).stream().allMatch(part -> all.contains(part.toLowerCase(Locale.ROOT)));
  }

  @Descriptor("tells all about an operation: parameters, result, errors, who may call it")
  @Examples({"op:info billing.close", "op:info close --schema", "op:info close --form"})
  public Object info(
      @Descriptor("the JSON schemas of its parameters and its result")
          @Parameter(names = "--schema", presentValue = "true", absentValue = "false")
          boolean schema,
      @Descriptor("the form that people fill in, as JSON")
          @Parameter(names = "--form", presentValue = "true", absentValue = "false")
          boolean form,
      @Descriptor("its name; a short one will do if only one extension has it")
          @Completes(Kind.OPERATION)
          String name) {
    OperationDescription found =
        Calling.meant(operations, name).orElseThrow(() -> new ProblemException(unknown(name)));
    if (form) {
      return new JsonDocument(Form.of(found).document());
    }
    return schema ? new JsonDocument(OperationDocument.schema(found)) : found;
  }

  private Problem unknown(String name) {
    List<String> candidates =
        operations.candidates(name).stream().map(o -> o.name().toString()).toList();
    if (!candidates.isEmpty()) {
      return Problem.error("HS-SHELL-009", "more than one extension has '" + name + "'")
          .advising("write one of " + String.join(", ", candidates));
    }
    List<String> known = operations.list().stream().map(o -> o.name().toString()).toList();
    return Problem.error("HS-SHELL-009", "there is no operation '" + name + "'")
        .advising(Candidates.advice(name, known, "op:list -a lists all of them"));
  }

  @Descriptor("calls an operation and shows what it writes, how far it is, and its result")
  @Examples({
    "op:call billing.quote customer=acme months=12",
    "op:call billing.close",
    "op:call close month=3 --limit 10s --json",
    "op:call vm.restart --on VirtualMachine:web-1 --background",
    "op:call billing.quote --form"
  })
  public Object call(
      CommandSession session,
      @Descriptor("the resource to act on, as KIND:ID")
          @Completes(Kind.RESOURCE)
          @Parameter(names = "--on", absentValue = "")
          String resource,
      @Descriptor("a shorter time limit than its own, such as 10s or 5m")
          @Parameter(names = "--limit", absentValue = "")
          String limit,
      @Descriptor("write the result as JSON, and nothing else")
          @Parameter(names = "--json", presentValue = "true", absentValue = "false")
          boolean json,
      @Descriptor("print the task's identifier and do not wait")
          @Parameter(names = "--background", presentValue = "true", absentValue = "false")
          boolean background,
      @Descriptor("ask for every parameter, also for those that may be left out")
          @Parameter(names = "--form", presentValue = "true", absentValue = "false")
          boolean form,
      @Descriptor("its name; a short one will do if only one extension has it")
          @Completes(Kind.OPERATION)
          String name,
      @Descriptor("name=value; a person is asked for what is missing") @Completes(Kind.ARGUMENT)
          String... argument)
      throws InterruptedException {
    Calling calling = new Calling(Dialogue.of(session));
    Optional<OperationDescription> description = Calling.meant(operations, name);
    Map<String, Object> values = Arguments.of(List.of(argument));
    Targets targets = new Targets(resources.as(Dialogue.caller(session)));
    Optional<Ref> target = targets.read(resource, description);
    if (description.isPresent()) {
      target = targets.complete(target, description.get(), Dialogue.of(session));
      calling.complete(description.get(), values, form);
    }
    CallRequest request =
        new CallRequest(
            name, values, Dialogue.caller(session), target, Reading.LENIENT, TimeLimit.of(limit));
    TaskHandle handle = operations.start(request);
    if (background) {
      return handle.id();
    }
    CallResult result = calling.follow(handle, request, description);
    return json ? new JsonDocument(result.result()) : result;
  }

  @Override
  public Collection<Offer> offers(Kind kind, List<String> words, String begun) {
    return new OperationOffers(operations, resources).offers(kind, words, begun);
  }

  @Override
  public boolean holdsSecret(List<String> words) {
    return new OperationOffers(operations, resources).holdsSecret(words);
  }
}
