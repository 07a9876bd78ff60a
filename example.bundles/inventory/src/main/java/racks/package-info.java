/** Hosts from a CSV file: how to write a plugin that reads inventories. */
package racks;
