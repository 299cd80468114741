package dev.ddlint.engine;

import dev.ddlint.finding.Finding;
import dev.ddlint.text.Background;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

/**
 * Lets rules speak on other processors while histories are folded on this one: neither a day nor a catalog changes once
 * it is there.
 */
final class Checks implements AutoCloseable {
  /** A thread costs more than the rules take for this few tasks. */
  private static final int ALONE = 8;
  private static final int MOST = 8;

  private final List<FutureTask<?>> first = new ArrayList<>();
  private final List<ExecutorService> helpers = new ArrayList<>();

  /** Begins a task now or later: {@link #results} does what nobody has begun. */
  FutureTask<List<Finding>> begin(Callable<List<Finding>> check) {
    FutureTask<List<Finding>> task = new FutureTask<>(check);
    if (!helpers.isEmpty()) {
      helpers.get(0).execute(task);
    } else if (first.size() < ALONE) {
      first.add(task);
    } else {
      help();
      helpers.forEach(helper -> helper.execute(task));
    }
    return task;
  }

  private void help() {
    int others = Math.min(MOST, Runtime.getRuntime().availableProcessors() - 1);
    if (others > 0) {
      helpers.add(Executors.newFixedThreadPool(others, Background::thread));
      first.forEach(helpers.get(0)::execute);
    }
  }

  /** What tasks have found, in their order; helps with those that nobody has begun. */
  static List<Finding> results(List<FutureTask<List<Finding>>> tasks) throws InterruptedException {
    tasks.forEach(FutureTask::run);
    List<Finding> all = new ArrayList<>();
    for (FutureTask<List<Finding>> task : tasks) {
      all.addAll(Background.result(task));
    }
    return all;
  }

  @Override
  public void close() {
    helpers.forEach(ExecutorService::shutdownNow);
  }
}
