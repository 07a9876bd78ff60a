/** A host for the time of a test class, with JUnit 5. */
package hotshoe.junit;
