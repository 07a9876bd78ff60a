/** Bundles in the framework: put in, wired, started within limits, and why not. */
package hotshoe.loader.wiring;
