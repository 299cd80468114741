package dev.ddlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final CountDownLatch written = new CountDownLatch(1);
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream() {
    @Override
    public void flush() {
      written.countDown();
    }
  };
  private final PrintStream err = new PrintStream(bytes, false, StandardCharsets.UTF_8);

  @Test
  void aShortRunSaysNothing() {
    Progress.start(err, TimeUnit.HOURS.toMillis(1)).stop();
    assertThat(bytes.size()).isZero();
  }

  @Test
  void aLongRunSaysThatItGoesOnAndLeavesNothingBehind() throws InterruptedException {
    Progress progress = Progress.start(err, 0);
    assertThat(written.await(10, TimeUnit.SECONDS)).isTrue();
    progress.stop();
    assertThat(bytes.toString(StandardCharsets.UTF_8)).startsWith("\r\u001b[Kddlint: checking, 0 s")
        .endsWith("\r\u001b[K");
  }
}
