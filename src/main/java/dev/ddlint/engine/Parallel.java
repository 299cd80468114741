package dev.ddlint.engine;

import dev.ddlint.text.Background;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Maps a list on all processors; results are taken in the list's order, each as soon as it is there. */
final class Parallel<T, R> {
  /** As many tables or statements are worth a thread of their own for the rules. */
  static final int MANY = 500;

  private static final int ALONE = 4;
  private static final int MOST = 8;

  private final List<T> inputs;
  private final Function<T, R> work;
  private final AtomicReferenceArray<R> results;
  private final AtomicInteger next = new AtomicInteger();
  private boolean started;
  /** What ended a helper: {@link #get} throws it again, where somebody sees it. */
  private volatile @Nullable Throwable failure;

  Parallel(List<T> inputs, Function<T, R> work) {
    this.inputs = inputs;
    this.work = work;
    this.results = new AtomicReferenceArray<>(inputs.size());
  }

  /** Starts the work, once; a short list is done by {@link #get} alone. */
  void start() {
    int helpers = started || inputs.size() < ALONE
        ? 0
        : Math.min(MOST, Runtime.getRuntime().availableProcessors() - 1);
    started = true;
    for (int i = 0; i < helpers; i++) {
      Background.thread(this::takeAll).start();
    }
  }

  private void takeAll() {
    try {
      for (int i = next.getAndIncrement(); i < inputs.size(); i = next.getAndIncrement()) {
        finish(i);
      }
    } catch (RuntimeException | Error e) {
      failure = e;
      synchronized (this) {
        notifyAll();
      }
    }
  }

  private void finish(int i) {
    R result = work.apply(inputs.get(i));
    synchronized (this) {
      results.set(i, result);
      notifyAll();
    }
  }

  /** The result of the i-th input, which can be taken once; helps with the work while it is not there. */
  R get(int i) throws InterruptedException {
    while (results.get(i) == null) {
      int mine = next.getAndIncrement();
      if (mine < inputs.size()) {
        finish(mine);
      } else {
        await(i);
      }
    }
    return results.getAndSet(i, null);
  }

  private synchronized void await(int i) throws InterruptedException {
    while (results.get(i) == null) {
      Throwable ended = failure;
      if (ended != null) {
        throw new IllegalStateException("a file could not be read to its end", ended);
      }
      wait();
    }
  }
}
