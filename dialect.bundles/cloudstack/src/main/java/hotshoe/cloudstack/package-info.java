/** CloudStack's format of extensions: its manifest as a type, and what becomes of it. */
package hotshoe.cloudstack;
