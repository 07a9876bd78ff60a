/** The values of the features that slices declare, and who decides them. */
package hotshoe.core.feature;
