/** Bundles without code of their own, written as jars: the same form gives the same bytes. */
package hotshoe.loader.form;
