/** How the shell shows values to people: tables, pages, pictures. Nothing here decides anything. */
package hotshoe.shell.text;
