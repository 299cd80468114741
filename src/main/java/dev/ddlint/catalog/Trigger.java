package dev.ddlint.catalog;

import dev.ddlint.ir.CreateTrigger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A trigger on a table.
 *
 * @param statement what made it
 * @param function the function that it calls, without its schema
 */
public record Trigger(String name, Optional<CreateTrigger> statement, Optional<String> function, Origin origin) {
  private static final Pattern FOR_EACH_ROW = Pattern.compile("(?is).*\\bFOR\\s+(EACH\\s+)?ROW\\b.*");
  private static final Pattern FUNCTION = Pattern
      .compile("(?is)\\bEXECUTE\\s+(?:FUNCTION|PROCEDURE)\\s+(?:\"?\\w+\"?\\s*\\.\\s*)?\"?(\\w+)\"?\\s*\\(");

  static Trigger of(CreateTrigger statement, Origin origin) {
    Matcher called = FUNCTION.matcher(statement.definition().text());
    Optional<String> function = called.find() ? Optional.of(called.group(1)) : Optional.empty();
    return new Trigger(statement.name().name(), Optional.of(statement), function, origin);
  }

  /** Whether it fires for each row; partitions get such triggers too. */
  public boolean forEachRow() {
    return statement.filter(s -> FOR_EACH_ROW.matcher(s.definition().text()).matches()).isPresent();
  }

  Trigger withName(String other) {
    return new Trigger(other, statement, function, origin);
  }

  Trigger withFunction(String other) {
    return new Trigger(name, statement, Optional.of(other), origin);
  }
}
