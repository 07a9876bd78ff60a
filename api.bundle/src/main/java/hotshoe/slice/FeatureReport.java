package hotshoe.slice;

/**
 * One feature with its value, for people.
 *
 * @param slice whose it is
 * @param feature what it is
 * @param value {@code on}, {@code off}, or the allowed items separated by commas
 */
public record FeatureReport(SliceName slice, Feature feature, String value) {}
