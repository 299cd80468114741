package dev.ddlint.engine;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/** Maps a list on all processors; results are taken in the list's order, each as soon as it is there. */
final class Parallel<T, R> {
  private static final int ALONE = 4;

  private final List<T> inputs;
  private final Function<T, R> work;
  private final AtomicReferenceArray<R> results;
  private final AtomicInteger next = new AtomicInteger();

  Parallel(List<T> inputs, Function<T, R> work) {
    this.inputs = inputs;
    this.work = work;
    this.results = new AtomicReferenceArray<>(inputs.size());
  }

  /** Starts the work; a short list is done by {@link #get} alone. */
  Parallel<T, R> start() {
    int helpers = inputs.size() < ALONE ? 0 : Math.min(8, Runtime.getRuntime().availableProcessors() - 1);
    for (int i = 0; i < helpers; i++) {
      Thread thread = new Thread(null, this::takeAll, "ddlint-" + i, 16L << 20);
      thread.setDaemon(true);
      thread.start();
    }
    return this;
  }

  private void takeAll() {
    for (int i = next.getAndIncrement(); i < inputs.size(); i = next.getAndIncrement()) {
      finish(i);
    }
  }

  private void finish(int i) {
    R result = work.apply(inputs.get(i));
    synchronized (this) {
      results.set(i, result);
      notifyAll();
    }
  }

  /** The result of the i-th input; helps with the work while it is not there. */
  R get(int i) throws InterruptedException {
    while (results.get(i) == null) {
      int mine = next.getAndIncrement();
      if (mine < inputs.size()) {
        finish(mine);
      } else {
        synchronized (this) {
          while (results.get(i) == null) {
            wait();
          }
        }
      }
    }
    return results.getAndSet(i, null);
  }
}
