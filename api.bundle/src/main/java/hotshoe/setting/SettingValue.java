package hotshoe.setting;

import java.util.Optional;

/**
 * A setting's value in one environment.
 *
 * @param setting its declaration
 * @param environment where
 * @param value the effective value; empty when there is neither value nor default
 * @param stored whether somebody set it
 * @param protectedBecause why it cannot be changed, or empty
 */
public record SettingValue(
    Setting<?> setting,
    String environment,
    Optional<Object> value,
    boolean stored,
    String protectedBecause) {}
