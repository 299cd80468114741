package dev.ddlint.rule;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a rule speaks of: two findings on one clause and object with an effect in common are one too many. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Concerns {

  /** The effects. */
  Effect[] value();
}
