/**
 * Keeps extensions from ending the host by accident: a call to {@code System.exit} in an extension
 * becomes an error of that extension. Read {@link hotshoe.core.exit.ExitGuard} first.
 */
package hotshoe.core.exit;
