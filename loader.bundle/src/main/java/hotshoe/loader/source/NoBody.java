package hotshoe.loader.source;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Reads nothing: the body of an answer that says no may be endless too. */
final class NoBody implements BodySubscriber<Void> {

  private final CompletableFuture<Void> end = new CompletableFuture<>();

  @Override
  public CompletionStage<Void> getBody() {
    return end;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    subscription.cancel();
    end.complete(null); // null: nothing is all there is
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    end.complete(null); // null: nothing is all there is
  }

  @Override
  public void onError(Throwable failure) {
    end.complete(null); // null: nothing is all there is
  }

  @Override
  public void onComplete() {
    end.complete(null); // null: nothing is all there is
  }
}
