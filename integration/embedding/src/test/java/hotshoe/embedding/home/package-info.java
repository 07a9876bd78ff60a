/** The real scripts of CloudStack, where somebody has them, and what they speak to. */
package hotshoe.embedding.home;
