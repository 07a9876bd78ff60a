package hotshoe.shell.command;

import java.util.Objects;

/**
 * Something that an extension needs from others.
 *
 * @param what the need, such as {@code package org.example [1.0,2.0)}
 * @param provider who provides it, with version; empty when nobody does
 * @param optional whether the extension runs without it
 */
public record Need(String what, String provider, boolean optional) {

  public Need {
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(provider, "provider");
  }

  /** Whether the extension cannot run because of it. */
  public boolean isMissing() {
    return provider.isEmpty() && !optional;
  }
}
