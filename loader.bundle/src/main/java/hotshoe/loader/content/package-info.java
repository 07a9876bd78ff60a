/**
 * What lies inside an archive, whatever kind it is of: one tree of files, of which every byte and
 * every name has been judged before anybody sees one. Begin at {@link ArchiveReader}.
 */
package hotshoe.loader.content;
