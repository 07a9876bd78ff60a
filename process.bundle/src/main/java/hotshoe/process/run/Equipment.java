package hotshoe.process.run;

import hotshoe.process.launch.Preparation;
import hotshoe.process.tree.ProcessTable;
import java.time.Duration;

/**
 * What every run needs.
 *
 * @param limit how long a process may run that names no limit
 * @param grace how long one may take to end when it is asked to
 */
record Equipment(
    Preparation preparation,
    ProcessTable table,
    Journal journal,
    Hands hands,
    Clock clock,
    Sweeper sweeper,
    Turns turns,
    Duration limit,
    Duration grace) {}
