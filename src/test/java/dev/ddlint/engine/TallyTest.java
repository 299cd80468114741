package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.ir.Dialect;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {

  /** Two runs over the same files print the same bytes. */
  @Test
  void foreignDialectsComeInOneOrder() {
    List<Dialect> all = Arrays.asList(Dialect.values());
    Tally tally = new Tally();
    all.reversed().forEach(dialect -> tally.foreign(dialect, 1));
    assertThat(tally.result().foreign().keySet()).containsExactlyElementsOf(all);
  }
}
