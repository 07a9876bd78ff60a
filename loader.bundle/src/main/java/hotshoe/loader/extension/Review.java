package hotshoe.loader.extension;

import hotshoe.extension.ExtensionName;
import hotshoe.extension.Outcome;
import hotshoe.loader.store.ExtensionRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What follows from a look at files of the deploy folder.
 *
 * @param arrivals what is to be installed
 * @param departures what is to be removed, and why
 * @param same extensions whose bytes are as they were, from a file that looks different now
 * @param unfinished files that somebody may still be writing
 * @param outcomes how it ended, by file name, for those files of which nothing more follows
 */
record Review(
    List<Arrival> arrivals,
    Map<ExtensionName, String> departures,
    List<ExtensionRecord> same,
    Set<String> unfinished,
    Map<String, Outcome> outcomes) {}
