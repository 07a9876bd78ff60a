/** Operations: the catalogue of everything that can be called, and the way of a call. */
package hotshoe.core.operation;
