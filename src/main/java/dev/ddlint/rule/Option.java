package dev.ddlint.rule;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A value of a rule that the configuration may set. The rule takes its values from the {@link Options} of its
 * constructor.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Option.All.class)
public @interface Option {

  /** As {@code ddlint.yaml} writes it: {@code max}. */
  String name();

  Kind kind();

  /** What holds when nothing is said; the items of a list stand apart by commas. */
  String value();

  /** What it means, a sentence for the documentation. */
  String says();

  /** What a value looks like. */
  enum Kind {
    NUMBER, TEXT, LIST, FLAG
  }

  /** Holds the options of a rule that has several. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface All {
    Option[] value();
  }
}
