/**
 * The extension that is deployed while a class archive is written, so that the archive holds what
 * extensions commonly need. It is packed into a bundle then, and runs nowhere else.
 */
package hotshoe.runtime.training;
