package hotshoe.operation;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Offers operations that are described by data: what translated bundles register as a service. */
@ConsumerType
public interface OperationProvider {

  /** What it offers. Asked once, when the service arrives. All appear at once or none does. */
  List<Offer> operations();

  /** A description with what does it. */
  record Offer(OperationDescription description, OperationHandler handler) {}
}
