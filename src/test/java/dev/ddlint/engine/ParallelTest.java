package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParallelTest {
  private static final List<Integer> MANY = IntStream.range(0, 1000).boxed().toList();

  @Test
  void resultsComeInTheListsOrder() throws InterruptedException {
    Parallel<Integer, Integer> squares = new Parallel<>(MANY, i -> i * i);
    squares.start();
    squares.start();
    List<Integer> taken = new ArrayList<>();
    for (int i : MANY) {
      taken.add(squares.get(i));
    }
    assertThat(taken).isEqualTo(MANY.stream().map(i -> i * i).toList());
  }

  @Test
  void worksWithoutHelpersToo() throws InterruptedException {
    assertThat(new Parallel<>(List.of("a"), String::toUpperCase).get(0)).isEqualTo("A");
  }

  @Test
  void whatEndsAHelperIsThrownWhereSomebodySeesIt() {
    Parallel<Integer, Integer> broken = new Parallel<>(MANY, i -> {
      if (i > 500) {
        throw new StackOverflowError("deep");
      }
      return i;
    });
    broken.start();
    assertThatThrownBy(() -> {
      for (int i : MANY) {
        broken.get(i);
      }
    }).isInstanceOfAny(StackOverflowError.class, IllegalStateException.class);
  }
}
