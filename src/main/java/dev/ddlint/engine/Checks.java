package dev.ddlint.engine;

import dev.ddlint.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

/**
 * What is to be said of the days of a history. A day does not change once it is recorded, so the rules speak of it on
 * another processor while the next ones are folded; findings come in the order of the days all the same.
 */
final class Checks implements AutoCloseable {
  /** A thread costs more than the rules take for this few days. */
  private static final int ALONE = 8;
  private static final int MOST = 8;

  private final List<FutureTask<List<Finding>>> tasks = new ArrayList<>();
  private final List<ExecutorService> helpers = new ArrayList<>();

  void add(Callable<List<Finding>> check) {
    FutureTask<List<Finding>> task = new FutureTask<>(check);
    tasks.add(task);
    int processors = Runtime.getRuntime().availableProcessors();
    if (tasks.size() == ALONE && processors > 1) {
      helpers.add(Executors.newFixedThreadPool(Math.min(MOST, processors - 1), Parallel::thread));
      tasks.forEach(helpers.get(0)::execute);
    } else if (!helpers.isEmpty()) {
      helpers.get(0).execute(task);
    }
  }

  /** Helps with what is left, and waits for it. */
  List<Finding> findings() throws InterruptedException {
    // Running a task that somebody else has begun does nothing.
    tasks.forEach(FutureTask::run);
    List<Finding> all = new ArrayList<>();
    for (FutureTask<List<Finding>> task : tasks) {
      all.addAll(result(task));
    }
    return all;
  }

  /** What a task has found out; what went wrong in it goes wrong here. */
  static <T> T result(FutureTask<T> task) throws InterruptedException {
    try {
      return task.get();
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

  @Override
  public void close() {
    helpers.forEach(ExecutorService::shutdownNow);
  }
}
