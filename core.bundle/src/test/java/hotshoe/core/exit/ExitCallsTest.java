package hotshoe.core.exit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hotshoe.host.ExitRefused;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExitCallsTest {

  /** Ends the process in every way that is looked for. */
  public static final class Ending {
    public void exit() {
      System.exit(1);
    }

    public void exitOfRuntime() {
      Runtime.getRuntime().exit(2);
    }

    public void halt() {
      Runtime.getRuntime().halt(3);
    }

    public void reference() {
      IntConsumer end = System::exit;
      end.accept(4);
    }

    public void boundReference() {
      IntConsumer end = Runtime.getRuntime()::halt;
      end.accept(5);
    }

    public void inALambda() {
      Runnable end = () -> System.exit(6);
      end.run();
    }

    public void inTheMidstOfAJudgement() {
      int status = Integer.parseInt("7");
      for (int i = 0; i < 2; i++) {
        if (status > i) {
          System.exit(status);
        }
      }
    }
  }

  /** Has the words, but means something else. */
  static final class Harmless {
    int exit(int status) {
      return status + 1;
    }

    int halt() {
      return exit(1);
    }
  }

  private static final class Loader extends ClassLoader {
    Loader() {
      super(ExitCallsTest.class.getClassLoader());
    }

    Class<?> define(byte[] bytes) {
      return defineClass(null, bytes, 0, bytes.length);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exit",
        "exitOfRuntime",
        "halt",
        "reference",
        "boundReference",
        "inALambda",
        "inTheMidstOfAJudgement"
      })
  void everyWayToEndTheProcessBecomesAnError(String method) throws Exception {
    Class<?> guarded = new Loader().define(ExitCalls.replaced(bytes(Ending.class)).orElseThrow());
    Object instance = guarded.getConstructor().newInstance();

    Throwable thrown =
        assertThrows(
            java.lang.reflect.InvocationTargetException.class,
            () -> guarded.getMethod(method).invoke(instance));

    assertTrue(thrown.getCause() instanceof ExitRefused, thrown::toString);
    assertTrue(((ExitRefused) thrown.getCause()).status() > 0);
  }

  @Test
  void aClassThatOnlyHasTheWordsIsLeftAsItIs() throws IOException {
    byte[] bytes = bytes(Harmless.class);

    assertTrue(ExitCalls.mayBeIn(bytes));
    assertEquals(Optional.empty(), ExitCalls.replaced(bytes));
  }

  @Test
  void aClassWithoutTheWordsIsNotEvenRead() throws IOException {
    assertFalse(ExitCalls.mayBeIn(bytes(ExitCalls.class.getSuperclass())));
    assertFalse(ExitCalls.mayBeIn(new byte[0]));
  }

  @Test
  void junkIsRefusedWithAnOrdinaryException() {
    byte[] junk = new byte[2000];
    for (int seed = 0; seed < 200; seed++) {
      new Random(seed).nextBytes(junk);
      assertThrows(RuntimeException.class, () -> ExitCalls.replaced(junk));
    }
  }

  private static byte[] bytes(Class<?> type) throws IOException {
    try (InputStream file =
        type.getResourceAsStream(type.getName().replaceAll(".*\\.", "") + ".class")) {
      return file.readAllBytes();
    }
  }
}
