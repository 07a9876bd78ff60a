package embedding;

import hotshoe.runtime.Hotshoe;
import hotshoe.slice.SliceReport;
import java.nio.file.Path;

/** A plain Java program with a host inside: run it with the path of an extension's jar. */
public final class Program {
  private Program() {}

  /** Starts a host, deploys the extension, shows what came up, and takes all of it down again. */
  public static void main(String[] arguments) {
    Path archive = Path.of(arguments[0]);
    // Closing the host stops the extensions in order; without a home of its own it leaves no file.
    try (Hotshoe hotshoe = Hotshoe.builder().deploy(archive).start()) {
      for (SliceReport slice : hotshoe.slices().list()) {
        System.out.println(slice.name() + " is " + slice.state());
      }
      // What the host and its extensions offer are plain objects of types that are shared.
      System.out.println("all in all: " + hotshoe.status().status().overall());
    }
  }
}
