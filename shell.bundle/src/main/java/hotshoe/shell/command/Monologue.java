package hotshoe.shell.command;

import java.io.PrintStream;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;

/** Shows everything in a session that others opened, and asks nothing. */
final class Monologue implements Dialogue {

  private final CommandSession session;

  Monologue(CommandSession session) {
    this.session = session;
  }

  @Override
  public boolean isWithPerson() {
    return false;
  }

  @Override
  public String ask(Question question) {
    return "";
  }

  @Override
  public String line() {
    return "";
  }

  @Override
  public void out(String text) {
    console().print(text);
  }

  @Override
  public void err(String text) {
    console().print(text);
  }

  @Override
  public void progress(double done, String message) {
    // nobody looks on
  }

  @Override
  public void settle() {
    console().flush();
  }

  @Override
  public void show(Object value) {
    console().println(session.format(value, Converter.INSPECT));
  }

  @Override
  public Attention onInterrupt(Runnable action) {
    return () -> {};
  }

  private PrintStream console() {
    return session.getConsole();
  }
}
