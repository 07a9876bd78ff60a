package hello;

import hotshoe.configuration.Predecessor;
import hotshoe.schedule.Job;
import hotshoe.schedule.Timetable;
import hotshoe.slice.Feature;
import hotshoe.slice.FeatureDeclarer;
import hotshoe.slice.Slice;
import hotshoe.slice.SliceComponent;
import hotshoe.slice.SliceContext;
import hotshoe.status.SliceStatus;
import hotshoe.status.StatusLevel;
import hotshoe.status.StatusReporter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Greets now and then. A slice is a part of an extension that the host starts and stops. */
@Component(configurationPid = "hello") // options are found under the extension's name
@Designate(ocd = Greeter.Options.class) // lets the host check them before any of this code runs
@SliceComponent(name = "hello.greeter") // <extension>.<slice>
public class Greeter implements Slice, StatusReporter, FeatureDeclarer {
  private static final Logger LOG = LoggerFactory.getLogger(Greeter.class);

  /** What the operator may write in etc/hotshoe.yaml under {@code extensions: hello:}. */
  @ObjectClassDefinition(name = "Hello")
  public @interface Options {
    @AttributeDefinition(description = "What to say.")
    String greeting() default "Hello";

    @Predecessor("interval") // this option's name in version 0.9: old files are still understood
    @AttributeDefinition(description = "Seconds between two greetings.", min = "1")
    long seconds() default 10;
  }

  private final Options options;
  private final AtomicLong greetings = new AtomicLong();

  /** Cheap on purpose: the host may make a slice just to look at it. Work begins in prestart. */
  @Activate
  public Greeter(Options options) {
    this.options = options;
  }

  @Override
  public void prestart(SliceContext context) {
    Timetable timetable = Timetable.every(Duration.ofSeconds(options.seconds()));
    // What is begun through the context ends with the slice, so there is no stop method here.
    // Quietly, because the greeting itself says that the job has run.
    context.scheduler().schedule(Job.of("greet", timetable, () -> greet(context)).quietly());
  }

  private void greet(SliceContext context) {
    long count = greetings.incrementAndGet();
    boolean counting = context.features().isEnabled("counting");
    LOG.info(counting ? "{} ({})" : "{}", options.greeting(), count);
  }

  @Override
  public SliceStatus status() {
    return new SliceStatus(StatusLevel.OK, "", Map.of("greetings", greetings.get()));
  }

  @Override
  public List<Feature> features() {
    return List.of(new Feature.Flag("counting", "Greetings are numbered."));
  }
}
