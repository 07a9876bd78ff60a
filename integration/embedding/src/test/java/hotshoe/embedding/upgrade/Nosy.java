package hotshoe.embedding.upgrade;

import hotshoe.operation.CallRequest;
import hotshoe.operation.Operation;
import hotshoe.operation.OperationComponent;
import hotshoe.operation.Operations;
import hotshoe.setting.EnvironmentListener;
import hotshoe.setting.Setting;
import hotshoe.setting.SettingChange;
import hotshoe.setting.SettingProvider;
import hotshoe.setting.Settings;
import java.util.List;
import java.util.Map;

/**
 * Calls operations and changes settings from wherever the host calls it: while it is activated,
 * while it says what it declares, and while it hears of a change.
 */
public final class Nosy implements OperationComponent, SettingProvider, EnvironmentListener {

  private final Operations operations;
  private final Settings settings;

  /** Calls while it is being made. */
  public Nosy(Operations operations, Settings settings) {
    this.operations = operations;
    this.settings = settings;
    look();
  }

  private void look() {
    operations.call("billing.quote", Map.of("seats", 1));
    operations.start(CallRequest.of("billing.quote", Map.of("seats", 1))).await().orElseThrow();
    settings.list(Settings.DEFAULT_ENVIRONMENT);
    settings.set(Settings.DEFAULT_ENVIRONMENT, "retain_days", 11L);
  }

  @Override
  public List<Setting<?>> settings() {
    look();
    return List.of(Setting.integer("heard"));
  }

  @Override
  public void updated(SettingChange change) {
    if (change.setting().name().equals("retain_days")) {
      operations.call("billing.quote", Map.of("seats", 1));
      operations.call("nosy.look", Map.of());
      Object days = change.after().orElse(0L);
      settings.set(Settings.DEFAULT_ENVIRONMENT, "heard", days);
    }
  }

  /** Looks. */
  @Operation(description = "Does nothing but look.")
  public String look(hotshoe.operation.Invocation call) {
    settings.list(Settings.DEFAULT_ENVIRONMENT);
    return call.task().id();
  }
}
