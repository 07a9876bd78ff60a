package billing;

import hotshoe.setting.Setting;
import hotshoe.setting.SettingProvider;
import hotshoe.type.SecretText;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What an operator can set while the host runs; checked before it is stored. */
@Component
public class BillingSettings implements SettingProvider {
  static final Setting<Long> RETAIN_DAYS =
      Setting.integer("retain_days")
          .between(1, 365)
          .defaulting(90L)
          .describedAs("Days after which the ledger forgets an invoice.");

  static final Setting<Double> TAX_PERCENT =
      Setting.decimal("tax_percent")
          .between(0.0, 50.0)
          .defaulting(19.0)
          .describedAs("What is added to a price.");

  /** Nobody but who holds this constant can read the value: no list, log or door shows it. */
  static final Setting<SecretText> BANK_KEY =
      Setting.secret("bank_key").describedAs("What the bank knows us by. Refunds need it.");

  @Override
  public List<Setting<?>> settings() {
    return List.of(RETAIN_DAYS, TAX_PERCENT, BANK_KEY);
  }
}
