package dev.ddlint.engine;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Maps a list on all processors; results are taken in the list's order, each as soon as it is there. */
final class Parallel<T, R> {
  /** As many tables or statements are worth a thread of their own for the rules. */
  static final int MANY = 500;

  private static final int ALONE = 4;
  private static final int MOST = 8;
  private static final long STACK = 16L << 20;

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
      thread(this::takeAll).start();
    }
  }

  /** A thread that a deep expression does not overflow and that keeps no process alive. */
  static Thread thread(Runnable work) {
    Thread thread = new Thread(null, work, "ddlint", STACK);
    thread.setDaemon(true);
    return thread;
  }

  /** Begins work on another processor; who asks for its result waits for it. */
  static <S> Supplier<S> meanwhile(Supplier<S> work) {
    FutureTask<S> task = new FutureTask<>(work::get);
    thread(task).start();
    return () -> result(task);
  }

  /** What a task has found out; what went wrong in it goes wrong here. */
  static <S> S result(FutureTask<S> task) {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
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
