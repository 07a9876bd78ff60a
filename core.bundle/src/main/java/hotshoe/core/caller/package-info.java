/** Callers: users, roles, the one place that decides, and the audit log. */
package hotshoe.core.caller;
