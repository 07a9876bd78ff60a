/** Archives: from bytes that were found to a bundle the framework takes, or to reasons why not. */
package hotshoe.loader.archive;
