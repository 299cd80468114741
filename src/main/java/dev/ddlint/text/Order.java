package dev.ddlint.text;

import java.util.Comparator;
import java.util.function.Function;

/**
 * {@link Comparator#comparing} for a program that starts often: those of Java are serializable lambdas, which no start-up
 * archive holds, and the first of them costs a run 20 milliseconds.
 */
@FunctionalInterface
public interface Order<T> extends Comparator<T> {

  /** By the natural order of what the key gives. */
  static <T, K extends Comparable<? super K>> Order<T> by(Function<? super T, ? extends K> key) {
    return (a, b) -> key.apply(a).compareTo(key.apply(b));
  }

  /** By another order of what the key gives. */
  static <T, K> Order<T> by(Function<? super T, ? extends K> key, Comparator<? super K> order) {
    return (a, b) -> order.compare(key.apply(a), key.apply(b));
  }

  @Override
  default Order<T> thenComparing(Comparator<? super T> next) {
    return (a, b) -> {
      int order = compare(a, b);
      return order != 0 ? order : next.compare(a, b);
    };
  }

  @Override
  default <K extends Comparable<? super K>> Order<T> thenComparing(Function<? super T, ? extends K> key) {
    return thenComparing(by(key));
  }

  @Override
  default <K> Order<T> thenComparing(Function<? super T, ? extends K> key, Comparator<? super K> order) {
    return thenComparing(by(key, order));
  }
}
