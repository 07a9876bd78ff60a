package hotshoe.core.option.shop;

import hotshoe.configuration.Predecessor;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Leaves a trace when any of its code runs. */
@Component(configurationPid = "shop", service = Shop.class)
@Designate(ocd = Shop.Options.class)
public class Shop implements BundleActivator {

  /** Where the trace is left. */
  public static final String TRACE = "hotshoe.test.shop.ran";

  static {
    System.setProperty(TRACE, "yes");
  }

  /** One option of each kind. */
  @ObjectClassDefinition(name = "Shop")
  public @interface Options {
    @AttributeDefinition(description = "Over the door.")
    String title() default "Corner shop";

    @Predecessor("closing")
    @AttributeDefinition(description = "Hour of closing.", min = "1", max = "24")
    int close_hour() default 18;

    double taxRate() default 0.21;

    boolean open_on_sundays() default false;

    @AttributeDefinition(
        options = {
          @Option(label = "Cash", value = "cash"),
          @Option(label = "Card", value = "card")
        })
    String[] payment() default {"cash", "card"};

    @AttributeDefinition(type = AttributeType.PASSWORD, min = "8")
    String safe_code() default "";

    long turnover_target() default 0;
  }

  @Override
  public void start(BundleContext context) {
    System.setProperty(TRACE, "started");
  }

  @Override
  public void stop(BundleContext context) {
    System.clearProperty(TRACE);
  }
}
