/** The loader inside the real Apache Karaf, seen through Karaf's own shell. */
package hotshoe.karaf;
