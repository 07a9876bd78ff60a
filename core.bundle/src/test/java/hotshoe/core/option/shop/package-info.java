/** An extension as an author writes it; a test makes it a bundle with the real build tool. */
package hotshoe.core.option.shop;
