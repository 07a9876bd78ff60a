package hotshoe.operation;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Marks a component whose {@link Operation} methods are to be in the catalogue.
 *
 * <pre>{@code
 * @Component
 * public class Books implements OperationComponent {
 *   @Operation(description = "Closes the books of a month.")
 *   public String close(@Parameter(description = "1 to 12") int month) { ... }
 * }
 * }</pre>
 */
@ConsumerType
public interface OperationComponent {}
