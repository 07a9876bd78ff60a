package hotshoe.embedding;

import hotshoe.runtime.Hotshoe;
import java.nio.file.Path;

/** A program that embeds a host; it is packed and run by {@link FatJarTest}. */
public final class Program {

  private Program() {}

  /** Starts a host with an archive, tells what runs, and ends. */
  public static void main(String[] arguments) {
    try (Hotshoe hotshoe = Hotshoe.builder().deploy(Path.of(arguments[0])).start()) {
      hotshoe
          .extensions()
          .list()
          .forEach(extension -> System.out.println(extension.name() + " " + extension.state()));
      hotshoe
          .slices()
          .list()
          .forEach(slice -> System.out.println(slice.name() + " " + slice.state()));
    }
    System.out.println("closed");
  }
}
