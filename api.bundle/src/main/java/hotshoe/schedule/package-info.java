/** Work that runs beside a slice: background tasks, intervals and cron schedules. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package hotshoe.schedule;
