/** The peers: bare Felix, Felix File Install and Apache Karaf, as a user would set them up. */
package hotshoe.bench.peer;
