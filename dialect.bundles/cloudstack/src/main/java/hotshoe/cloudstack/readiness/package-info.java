/**
 * Whether an entrypoint could be run: its files are as they were installed, and what runs it is
 * there (rows CS-11, CS-17). Open {@link hotshoe.cloudstack.readiness.EntrypointReadiness} first.
 */
package hotshoe.cloudstack.readiness;
