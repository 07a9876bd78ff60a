/**
 * Whether an archive is signed by somebody whom the operator trusts: inside, as jars are, or in a
 * file beside it, as minisign writes them. Begin at {@link Signatures}.
 */
package hotshoe.loader.signature;
