/** Files that grow: records written behind, in bounds, and read back after a crash. */
package hotshoe.core.storage;
