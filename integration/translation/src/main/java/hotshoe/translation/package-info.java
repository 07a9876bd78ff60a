/** How the tests of dialects show what a dialect understands and makes. */
package hotshoe.translation;
