package dev.ddlint.cli;

import java.io.PrintStream;

/** Says on a terminal that a run goes on, once it takes longer than people wait without wondering. */
final class Progress {
  /** Set by the launcher where errors go to a terminal. */
  static final String TERMINAL = "ddlint.progress";
  private static final long PATIENCE = 500;
  private static final long EACH = 250;
  private static final String CLEAR = "\r\u001b[K";

  private final PrintStream err;
  private final Thread thread;

  private Progress(PrintStream err, long patience) {
    this.err = err;
    this.thread = new Thread(() -> show(patience), "progress");
    thread.setDaemon(true);
  }

  /** What a run does meanwhile. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws InterruptedException;
  }

  /** Shows itself while something is done, on a terminal: nobody waits for what a pipe or a hook reads. */
  static <T> T during(Work<T> work, PrintStream err) throws InterruptedException {
    if (!Boolean.getBoolean(TERMINAL)) {
      return work.run();
    }
    Progress progress = start(err);
    try {
      return work.run();
    } finally {
      progress.stop();
    }
  }

  static Progress start(PrintStream err) {
    return start(err, PATIENCE);
  }

  /** @param patience in milliseconds, before which nothing is said */
  static Progress start(PrintStream err, long patience) {
    Progress progress = new Progress(err, patience);
    progress.thread.start();
    return progress;
  }

  /** Takes away what was shown; after it nothing more is written. */
  void stop() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void show(long patience) {
    long start = System.nanoTime();
    boolean shown = false;
    try {
      Thread.sleep(patience);
      while (true) {
        write(CLEAR + "ddlint: checking, " + (System.nanoTime() - start) / 1_000_000_000 + " s");
        shown = true;
        Thread.sleep(EACH);
      }
    } catch (InterruptedException e) {
      // The run is over, which is how this always ends.
      if (shown) {
        write(CLEAR);
      }
    }
  }

  private void write(String text) {
    err.print(text);
    err.flush();
  }
}
