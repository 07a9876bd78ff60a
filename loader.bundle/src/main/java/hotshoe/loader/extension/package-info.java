/** The installed extensions: what they are, and every change to them, one after another. */
package hotshoe.loader.extension;
