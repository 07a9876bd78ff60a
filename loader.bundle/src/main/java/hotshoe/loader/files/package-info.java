/** The files that translated extensions brought, laid on the disk for programs to run and read. */
package hotshoe.loader.files;
