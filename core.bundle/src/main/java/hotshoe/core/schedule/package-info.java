/** The work that runs beside one slice: background tasks, intervals and cron schedules. */
package hotshoe.core.schedule;
