package hotshoe.core.setting;

import hotshoe.type.Checked;
import hotshoe.type.Fault;
import hotshoe.type.SecretText;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Looks at values before they are stored: the type first, then the provider's own check. */
final class Scrutiny {

  private final ExecutorService threads;
  private final Duration limit;

  Scrutiny(ExecutorService threads, Duration limit) {
    this.threads = threads;
    this.limit = limit;
  }

  /** The stored form of a value, or empty with what is wrong with it. */
  Optional<Object> stored(Declared declared, Object value, List<Fault> faults) {
    return examined(declared, declared.check(value), faults);
  }

  /** The same for a value in the form in which it is stored. */
  Optional<Object> restored(Declared declared, Object value, List<Fault> faults) {
    return examined(declared, declared.read(value), faults);
  }

  private Optional<Object> examined(Declared declared, Checked checked, List<Fault> faults) {
    if (checked instanceof Checked.Invalid invalid) {
      faults.addAll(invalid.faults());
      return Optional.empty();
    }
    Object canonical = ((Checked.Valid) checked).value();
    Optional<String> objection = objection(declared, canonical);
    objection.ifPresent(why -> faults.add(new Fault(declared.setting().name(), why)));
    return objection.isPresent()
        ? Optional.empty()
        : Optional.of(StoredForm.pack(declared.setting().type(), canonical));
  }

  private Optional<String> objection(Declared declared, Object canonical) {
    try {
      within(
          limit,
          () -> {
            declared.provider().validate(declared.setting(), declared.setting().read(canonical));
            return true;
          });
      return Optional.empty();
    } catch (ExecutionException e) {
      return Optional.of(bounded(withoutSecrets(inWords(declared, e.getCause()), canonical)));
    } catch (TimeoutException e) {
      return Optional.of("the check of " + declared.owner() + " does not come back");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("the check was interrupted");
    }
  }

  private static String inWords(Declared declared, Throwable cause) {
    boolean told = cause instanceof IllegalArgumentException && cause.getMessage() != null;
    return told
        ? cause.getMessage()
        : "the check of " + declared.owner() + " failed with " + cause.getClass().getName();
  }

  private static String bounded(String why) {
    return why.length() > 300 ? why.substring(0, 297) + "..." : why;
  }

  /** A check may quote what it was given, as authors do; its words reach people and the log. */
  private static String withoutSecrets(String words, Object value) {
    if (value instanceof SecretText secret) {
      return secret.reveal().isEmpty() ? words : words.replace(secret.reveal(), secret.toString());
    }
    String clean = words;
    if (value instanceof Optional<?> optional) {
      return optional.isPresent() ? withoutSecrets(words, optional.get()) : words;
    }
    if (value instanceof Map<?, ?> || value instanceof List<?>) {
      Collection<?> parts = value instanceof Map<?, ?> map ? map.values() : (List<?>) value;
      for (Object part : parts) {
        clean = withoutSecrets(clean, part);
      }
    }
    return clean;
  }

  /** Asks on a thread of its own, which is interrupted when it takes too long. */
  <T> T within(Duration most, Callable<T> question)
      throws ExecutionException, TimeoutException, InterruptedException {
    Future<T> answer = threads.submit(question);
    try {
      return answer.get(most.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      answer.cancel(true);
    }
  }
}
