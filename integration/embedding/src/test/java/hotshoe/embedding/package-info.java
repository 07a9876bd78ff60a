/** The host as one jar, and inside programs that are packed in unusual ways. */
package hotshoe.embedding;
