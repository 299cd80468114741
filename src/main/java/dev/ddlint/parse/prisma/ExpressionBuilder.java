package dev.ddlint.parse.prisma;

import static dev.ddlint.parse.grammar.PrismaParser.*;

import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Parse trees of arguments and values to records. */
final class ExpressionBuilder {
  private final LineErrors errors;
  /** Whether an argument had to be left out since the outermost list began. */
  private boolean incomplete;

  ExpressionBuilder(LineErrors errors) {
    this.errors = errors;
  }

  /** The arguments of an attribute, or nothing when one of them, however deep, makes no sense. */
  Optional<List<Argument>> arguments(ArgumentsContext c) {
    incomplete = false;
    List<Argument> arguments = list(c);
    return incomplete ? Optional.empty() : Optional.of(arguments);
  }

  Expression expression(ExpressionContext c) {
    return switch (c) {
      case PathExpressionContext path -> pathExpression(path);
      case ArrayExpressionContext array -> new Expression.ArrayLiteral(
          array.array().expression().stream().map(this::expression).toList(), TreeBuilder.span(c));
      case ObjectExpressionContext object -> new Expression.ObjectLiteral(
          object.object().member().stream().map(this::member).toList(), TreeBuilder.span(c));
      case StringExpressionContext string -> string(string.STRING().getSymbol());
      default -> new Expression.NumberLiteral(c.getText(), TreeBuilder.span(c));
    };
  }

  /** A name of words and dots; spaces between them are not part of it. */
  Identifier path(PathContext c) {
    String text = c.getText();
    if (text.startsWith("_") || text.contains("._")) {
      errors.add(PrismaError.at(TreeBuilder.span(c), "a name begins with a letter, found `" + text + "`"));
    }
    return new Identifier(text, TreeBuilder.span(c));
  }

  Expression.StringLiteral string(Token token) {
    Span span = Line.span(token);
    String quoted = token.getText();
    String inner = quoted.substring(1, quoted.length() - 1);
    Optional<String> value = StringEscapes.resolve(inner);
    if (value.isEmpty()) {
      errors.add(PrismaError.at(span, "the string has an unknown escape", "write `\\\\` for a backslash"));
    }
    return new Expression.StringLiteral(value.orElse(inner), span);
  }

  private Expression pathExpression(PathExpressionContext c) {
    Identifier path = path(c.path());
    return c.arguments() == null
        ? new Expression.Reference(path.text(), path.span())
        : new Expression.FunctionCall(path, list(c.arguments()), TreeBuilder.span(c));
  }

  private Expression.Member member(MemberContext c) {
    Identifier name = TreeBuilder.identifier(c.WORD().getSymbol());
    return new Expression.Member(name, expression(c.expression()), TreeBuilder.span(c));
  }

  private List<Argument> list(ArgumentsContext c) {
    checkCommas(c);
    List<Argument> arguments = new ArrayList<>();
    for (ArgumentContext argument : c.argument()) {
      argument(argument).ifPresent(arguments::add);
    }
    return arguments;
  }

  private void checkCommas(ArgumentsContext c) {
    boolean afterComma = false;
    for (ParseTree child : c.children) {
      boolean isComma = child instanceof TerminalNode node && node.getSymbol().getType() == COMMA;
      if (afterComma && child instanceof TerminalNode node) {
        errors.add(
            PrismaError.at(Line.span(node.getSymbol()), "expected an argument after `,`", "remove the `,` before it"));
      }
      afterComma = isComma;
    }
  }

  private Optional<Argument> argument(ArgumentContext c) {
    if (c.COLON() == null) {
      return Optional.of(new Argument(Optional.empty(), expression(c.expression(0)), TreeBuilder.span(c)));
    }
    if (!(c.expression(0) instanceof PathExpressionContext name) || name.getStart() != name.getStop()) {
      return leaveOut(c, "the name of an argument is a single word");
    }
    if (c.expression().size() < 2) {
      return leaveOut(c, "the argument `" + c.expression(0).getText() + "` has no value");
    }
    return Optional.of(new Argument(Optional.of(path(name.path())), expression(c.expression(1)), TreeBuilder.span(c)));
  }

  private Optional<Argument> leaveOut(ArgumentContext c, String message) {
    incomplete = true;
    errors.add(PrismaError.at(TreeBuilder.span(c), message));
    return Optional.empty();
  }
}
