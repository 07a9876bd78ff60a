/**
 * What the operator wrote: files, environment and command line become one effective configuration,
 * every value with its origin. Open {@link hotshoe.runtime.configuration.ConfigurationReader}
 * first.
 */
package hotshoe.runtime.configuration;
