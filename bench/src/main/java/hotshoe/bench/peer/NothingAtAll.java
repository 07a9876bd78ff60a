package hotshoe.bench.peer;

/** A program that is ready at once: what the Java machine itself takes. */
public final class NothingAtAll {

  private NothingAtAll() {}

  public static void main(String[] arguments) throws InterruptedException {
    System.out.println("nothing ready");
    Thread.sleep(500); // long enough to be looked at
  }
}
