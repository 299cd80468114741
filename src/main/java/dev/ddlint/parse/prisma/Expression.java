package dev.ddlint.parse.prisma;

import dev.ddlint.text.Span;
import java.util.List;

/** A value in an argument or an assignment. */
public sealed interface Expression extends Node {

  /** {@code now()}, {@code env("X")}, and a field with options in an index: {@code createdAt(sort: Desc)}. */
  record FunctionCall(Identifier name, List<Argument> arguments, Span span) implements Expression, Call {

    public FunctionCall {
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code [a, b]}. */
  record ArrayLiteral(List<Expression> elements, Span span) implements Expression {

    public ArrayLiteral {
      elements = List.copyOf(elements);
    }
  }

  /** {@code { deletedAt: null }}, the predicate of a partial index. */
  record ObjectLiteral(List<Member> members, Span span) implements Expression {

    public ObjectLiteral {
      members = List.copyOf(members);
    }
  }

  /** {@code name: value} in an object. */
  record Member(Identifier name, Expression value, Span span) implements Node {}

  /** A number as it is written: {@code -1}, {@code 1.50}. */
  record NumberLiteral(String text, Span span) implements Expression {}

  /** A string; the value has its escapes resolved, the span has the quotes. */
  record StringLiteral(String value, Span span) implements Expression {}

  /** A word: {@code true}, {@code null}, an enum value, a field, or a path {@code address.city}. */
  record Reference(String path, Span span) implements Expression {}
}
