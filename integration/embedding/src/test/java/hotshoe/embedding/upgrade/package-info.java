/** The extension that is upgraded while it is called; its class is copied into bundles. */
package hotshoe.embedding.upgrade;
