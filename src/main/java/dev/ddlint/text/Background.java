package dev.ddlint.text;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Work on another processor. */
public final class Background {
  private static final long STACK = 16L << 20;

  private Background() {}

  /** A thread that a deep expression does not overflow and that keeps no process alive. */
  public static Thread thread(Runnable work) {
    Thread thread = new Thread(null, work, "ddlint", STACK);
    thread.setDaemon(true);
    return thread;
  }

  /** Begins work; who asks for its result waits for it. */
  public static <T> Supplier<T> begin(Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    thread(task).start();
    return () -> result(task);
  }

  /** What a task has found out; what went wrong in it goes wrong here. */
  public static <T> T result(FutureTask<T> task) {
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
}
