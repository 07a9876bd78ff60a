package hotshoe.loader.source;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicLong;

/** Writes the body of an answer to a file, and stops at the limit. Written to by one thread. */
final class FileBody implements BodySubscriber<Void> {

  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private final FileChannel file;
  private final AtomicLong size;
  private final long limit;
  private final IOException tooMuch;

  private Subscription subscription;

  /**
   * For one answer.
   *
   * @param size counts what is in the file; also read by others
   * @param limit most that may come to be in the file
   * @param tooMuch how to say that it does not end there
   */
  FileBody(FileChannel file, AtomicLong size, long limit, IOException tooMuch) {
    this.file = file;
    this.size = size;
    this.limit = limit;
    this.tooMuch = tooMuch;
  }

  @Override
  public CompletionStage<Void> getBody() {
    return end;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    this.subscription = subscription;
    subscription.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    try {
      for (ByteBuffer part : parts) {
        write(part);
      }
      subscription.request(1);
    } catch (IOException failure) {
      subscription.cancel();
      end.completeExceptionally(failure);
    }
  }

  private void write(ByteBuffer part) throws IOException {
    if (size.get() + part.remaining() > limit) {
      throw tooMuch;
    }
    while (part.hasRemaining()) {
      size.addAndGet(file.write(part, size.get()));
    }
  }

  @Override
  public void onError(Throwable failure) {
    end.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    end.complete(null); // null: there is nothing more to say than that it ended
  }
}
