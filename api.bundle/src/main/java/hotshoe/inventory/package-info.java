/**
 * Inventories: hosts in groups with variables, read from sources by plugins. An author implements
 * {@link hotshoe.inventory.InventoryPlugin}; whoever wants an answer asks {@link
 * hotshoe.inventory.Inventories} and gets an immutable {@link hotshoe.inventory.Inventory}.
 *
 * <p>Values of variables are plain: text, {@link java.lang.Long}, {@link java.math.BigInteger},
 * {@link java.lang.Double}, {@link java.lang.Boolean}, {@link hotshoe.type.NothingValue#NOTHING},
 * {@link java.time.LocalDate}, {@link java.time.LocalDateTime}, {@link java.time.OffsetDateTime},
 * {@link java.util.List}, {@link java.util.Map}, {@link hotshoe.inventory.UnsafeText}, {@link
 * hotshoe.inventory.VaultText} and {@link hotshoe.inventory.ForeignValue}. Names of variables and
 * keys of maps are texts; YAML and INI may also give whole numbers, decimals, booleans, days and
 * nothing.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package hotshoe.inventory;
