/** Everything that reads what strangers send, under a fuzzer that is guided by coverage. */
package hotshoe.fuzz;
