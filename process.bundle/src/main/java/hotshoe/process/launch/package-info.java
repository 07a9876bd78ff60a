/** From an order to what the system is really asked to start. */
package hotshoe.process.launch;
