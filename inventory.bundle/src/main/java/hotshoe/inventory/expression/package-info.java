/**
 * Expressions and templates as Jinja2 and ansible-core have them, evaluated by ourselves: nothing
 * of Java, no file, no process and no network is within their reach, and what one of them may take
 * is counted. {@link hotshoe.inventory.expression.Templates} is what others use.
 */
package hotshoe.inventory.expression;
