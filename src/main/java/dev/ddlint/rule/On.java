package dev.ddlint.rule;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The kinds of change or statement that a rule looks at when it looks at several: it implements
 * {@code ChangeRule<Change>} or {@code StatementRule<Statement>}, and is called, and loaded, for these only.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface On {

  /** Records, not their sealed parents. */
  Class<?>[] value();
}
