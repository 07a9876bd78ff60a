/** What this machine has for extensions, as offers to the framework's resolver. */
package hotshoe.loader.machine;
