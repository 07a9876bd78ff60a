package hotshoe.shell.text;

import hotshoe.caller.AuditEntry;
import hotshoe.caller.Role;
import hotshoe.caller.Users.User;
import hotshoe.configuration.Value;
import hotshoe.extension.InstalledVersion;
import hotshoe.inventory.InventoryChange;
import hotshoe.inventory.NamedInventory;
import hotshoe.operation.OperationDescription;
import hotshoe.resource.Resource;
import hotshoe.setting.SettingValue;
import hotshoe.setting.Settings.Orphan;
import hotshoe.shell.command.EnvironmentCommands.Environment;
import hotshoe.shell.command.Listing;
import hotshoe.shell.command.TokenCommands.Owned;
import hotshoe.slice.SliceReport;
import hotshoe.task.TaskReport;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Lists of one kind of thing. */
final class ListingText {

  private static final List<Rows<?>> KINDS =
      List.of(
          new Rows<>(SliceReport.class, SliceText::table),
          new Rows<>(Value.class, ListingText::values),
          new Rows<>(OperationDescription.class, OperationText::table),
          new Rows<>(TaskReport.class, TaskText::table),
          new Rows<>(SettingValue.class, SettingText::table),
          new Rows<>(Orphan.class, SettingText::orphans),
          new Rows<>(Environment.class, SettingText::environments),
          new Rows<>(User.class, CallerText::users),
          new Rows<>(Owned.class, CallerText::tokens),
          new Rows<>(Role.class, CallerText::roles),
          new Rows<>(AuditEntry.class, CallerText::audit),
          new Rows<>(Resource.class, ResourceText::table),
          new Rows<>(NamedInventory.class, InventoryText::table),
          new Rows<>(InventoryChange.class, InventoryText::changes),
          new Rows<>(InstalledVersion.class, PlanText::versions));

  private ListingText() {}

  static void write(Listing<?> listing, Page page) {
    Optional<Rows<?>> rows =
        KINDS.stream().filter(known -> known.kind() == listing.kind()).findFirst();
    if (listing.isEmpty()) {
      page.line("none");
    } else if (rows.isPresent()) {
      page.table(rows.get().of(listing));
    } else {
      listing.forEach(row -> page.line(row.toString()));
    }
  }

  private static Table values(List<Value> values) {
    Table table = new Table(Column.whole("KEY"), Column.wrap("VALUE"), Column.wrap("FROM"));
    for (Value value : values) {
      table.row(
          Span.of(value.key()),
          Span.of(value.shown()),
          new Span(value.origin().toString(), Tone.FAINT));
    }
    return table;
  }

  /** How rows of one kind become a table. */
  private record Rows<T>(Class<T> kind, Function<List<T>, Table> table) {
    Table of(List<?> listing) {
      return table.apply(listing.stream().map(kind::cast).toList());
    }
  }
}
