package hotshoe.shell.text;

import hotshoe.caller.AuditEntry;
import hotshoe.caller.Role;
import hotshoe.caller.Users.User;
import hotshoe.configuration.Value;
import hotshoe.extension.Extension;
import hotshoe.extension.InstalledVersion;
import hotshoe.extension.Outcome;
import hotshoe.extension.Plan;
import hotshoe.inventory.InventoryChange;
import hotshoe.inventory.NamedInventory;
import hotshoe.operation.OperationDescription;
import hotshoe.problem.Problem;
import hotshoe.resource.Resource;
import hotshoe.setting.SettingValue;
import hotshoe.shell.command.CallResult;
import hotshoe.shell.command.CommandHelp;
import hotshoe.shell.command.Dump;
import hotshoe.shell.command.EnvironmentCommands.Environment;
import hotshoe.shell.command.ExportedFile;
import hotshoe.shell.command.ExtensionDetails;
import hotshoe.shell.command.ExtensionListing;
import hotshoe.shell.command.GraphPicture;
import hotshoe.shell.command.HelpIndex;
import hotshoe.shell.command.InventoryTree;
import hotshoe.shell.command.JsonDocument;
import hotshoe.shell.command.Listing;
import hotshoe.shell.command.Need;
import hotshoe.shell.command.RoleCommands;
import hotshoe.shell.command.TokenCommands.NewToken;
import hotshoe.slice.SliceReport;
import hotshoe.status.HostStatus;
import hotshoe.task.TaskReport;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.felix.service.command.Converter;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Component;

/**
 * Shows the values that commands return: as a page where a person looks at one, as a line or a word
 * where it is part of something else. Any other value is left to Gogo.
 */
@Component(service = Converter.class)
public class ValueConverter implements Converter {

  private static final List<Form<?>> FORMS =
      List.of(
          new Form<>(ExtensionListing.class, ExtensionText::list, Object::toString),
          new Form<>(ExtensionDetails.class, ExtensionText::details, ExtensionText::name),
          new Form<>(Extension.class, ExtensionText::one, e -> e.name().value()),
          new Form<>(Outcome.class, OutcomeText::write, OutcomeText::sentence),
          new Form<>(Plan.class, PlanText::write, PlanText::word),
          new Form<>(InstalledVersion.class, PlanText::version, v -> v.version().toString()),
          new Form<>(ExportedFile.class, PlanText::exported, e -> e.file().toString()),
          new Form<>(Need.class, (need, page) -> page.line(need.what()), Need::what),
          new Form<>(Problem.class, ProblemText::write, Problem::sentence),
          new Form<>(SliceReport.class, SliceText::one, s -> s.name().value()),
          new Form<>(GraphPicture.class, GraphText::write, p -> p.graph().order().toString()),
          new Form<>(HostStatus.class, StatusText::write, StatusText::sentence),
          new Form<>(Value.class, (value, page) -> page.line(value.toString()), Value::toString),
          new Form<>(Dump.class, DumpText::write, d -> d.threads().size() + " threads"),
          new Form<>(HelpIndex.class, HelpText::index, h -> h.commands().size() + " commands"),
          new Form<>(CommandHelp.class, HelpText::one, CommandHelp::name),
          new Form<>(Listing.class, ListingText::write, Object::toString),
          new Form<>(OperationDescription.class, OperationText::one, o -> o.name().toString()),
          new Form<>(TaskReport.class, TaskText::one, TaskReport::id),
          new Form<>(CallResult.class, TaskText::result, call -> PlainText.word(call.result())),
          new Form<>(
              JsonDocument.class,
              (json, page) -> JsonWriter.spread(json.plain()).lines().forEach(page::line),
              json -> JsonWriter.compact(json.plain())),
          new Form<>(SettingValue.class, SettingText::one, SettingText::word),
          new Form<>(
              User.class, (user, page) -> page.table(CallerText.users(List.of(user))), User::name),
          new Form<>(Role.class, (role, page) -> page.line(role.name()), Role::name),
          new Form<>(RoleCommands.Details.class, CallerText::role, d -> d.role().name()),
          new Form<>(NewToken.class, CallerText::made, made -> made.token().reveal()),
          new Form<>(AuditEntry.class, CallerText::entry, AuditEntry::action),
          new Form<>(Resource.class, ResourceText::one, r -> r.ref().toString()),
          new Form<>(NamedInventory.class, InventoryText::one, NamedInventory::name),
          new Form<>(InventoryChange.class, InventoryText::change, InventoryText::sentence),
          new Form<>(InventoryTree.class, InventoryText::tree, tree -> tree.top().name()),
          new Form<>(Environment.class, (e, page) -> page.line(e.name()), Environment::name),
          plain(Enum.class),
          plain(Version.class),
          plain(Temporal.class),
          plain(TemporalAmount.class));

  private static Form<?> plain(Class<?> type) {
    return new Form<>(type, (value, page) -> page.line(value.toString()), Object::toString);
  }

  @Override
  public Object convert(Class<?> desired, Object value) {
    // null: Gogo then asks the next converter
    return desired == String.class ? word(value).orElse(null) : null;
  }

  @Override
  public CharSequence format(Object value, int level, Converter session) {
    return (level == Converter.INSPECT ? page(value, Screen.of(session)) : word(value))
        .orElse(null);
  }

  /** A value of a known type as a page. */
  static Optional<String> page(Object value, Screen screen) {
    return form(value).map(form -> form.page(value, screen));
  }

  private static Optional<String> word(Object value) {
    return form(value).map(form -> form.word(value));
  }

  private static Optional<Form<?>> form(Object value) {
    return FORMS.stream().filter(form -> form.type().isInstance(value)).findFirst();
  }

  /** How values of one type are shown as a page and as a word. */
  private record Form<T>(Class<T> type, BiConsumer<T, Page> page, Function<T, String> word) {
    String page(Object value, Screen screen) {
      Page written = new Page(screen);
      page.accept(type.cast(value), written);
      return written.toString();
    }

    String word(Object value) {
      return Width.clean(word.apply(type.cast(value)));
    }
  }
}
