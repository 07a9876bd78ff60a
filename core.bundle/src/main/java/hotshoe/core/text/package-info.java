/** Text of strangers, and how it may be shown. */
package hotshoe.core.text;
