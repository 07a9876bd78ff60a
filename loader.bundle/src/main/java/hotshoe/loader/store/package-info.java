/**
 * The store: which extensions are installed, and their archives. Readable by people; a crash at any
 * instant leaves the old state or the new one.
 */
package hotshoe.loader.store;
