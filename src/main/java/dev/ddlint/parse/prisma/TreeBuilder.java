package dev.ddlint.parse.prisma;

import static dev.ddlint.parse.grammar.PrismaParser.*;

import dev.ddlint.text.Span;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Parse trees of lines to records. Refuses, with advice, what the grammar takes but Prisma does not. */
final class TreeBuilder {
  private final LineErrors errors;
  private final ExpressionBuilder expressions;

  TreeBuilder(LineErrors errors) {
    this.errors = errors;
    this.expressions = new ExpressionBuilder(errors);
  }

  Assignment assignment(AssignmentContext c, Line line) {
    Token key = c.WORD().getSymbol();
    return new Assignment(identifier(key), expressions.expression(c.expression()), line.span());
  }

  Field field(FieldContext c, Line line) {
    Identifier name = declared(c.WORD().getSymbol());
    if (c.COLON() != null) {
      refuse(c.COLON().getSymbol(), "a field has no `:` between name and type", "remove the `:`");
    }
    FieldType type = type(c.fieldType().baseType());
    Arity arity = arity(c.fieldType());
    return new Field(name, type, arity, attributes(c.attribute()), line.documentation(), line.span());
  }

  EnumValue enumValue(EnumValueContext c, Line line) {
    Identifier name = declared(c.WORD().getSymbol());
    return new EnumValue(name, attributes(c.attribute()), line.documentation(), line.span());
  }

  /** An attribute that should begin with {@code AT} or {@code AT_AT}. */
  Attribute attribute(AttributeContext c, int marker) {
    Identifier name = expressions.path(c.path());
    Token actual = c.getStart();
    if (actual.getType() != marker) {
      String advice = (marker == AT ? "`@" : "`@@") + name.text() + "`";
      refuse(actual, marker == AT
          ? "an attribute of a field begins with one `@`"
          : "an attribute of a block begins with `@@`", "write " + advice);
      return new Attribute(name, List.of(), true, span(c));
    }
    if (c.arguments() == null) {
      return new Attribute(name, List.of(), false, span(c));
    }
    return expressions.arguments(c.arguments()).map(arguments -> new Attribute(name, arguments, false, span(c)))
        .orElseGet(
            () -> new Attribute(name, List.of(), true, span(c)));
  }

  /** The name of a new thing, of which Prisma asks more than of a word elsewhere. */
  Identifier declared(Token name) {
    String text = name.getText();
    char first = text.charAt(0);
    if (first == '_' || Character.isDigit(first)) {
      refuse(name, "a name begins with a letter, found `" + text + "`",
          "choose another name, and keep the database's with `@map` or `@@map`");
    } else if (text.indexOf('-') >= 0) {
      refuse(name, "a name has no `-`, found `" + text + "`",
          "choose another name, and keep the database's with `@map` or `@@map`");
    }
    return identifier(name);
  }

  static Identifier identifier(Token token) {
    return new Identifier(token.getText(), Line.span(token));
  }

  static Span span(ParserRuleContext c) {
    return Line.span(c.getStart()).to(Line.span(c.getStop()));
  }

  private List<Attribute> attributes(List<AttributeContext> contexts) {
    return contexts.stream().map(c -> attribute(c, AT)).toList();
  }

  private FieldType type(BaseTypeContext c) {
    Token name = c.WORD().getSymbol();
    if (c.STRING() == null) {
      return new FieldType.Named(identifier(name));
    }
    if (!name.getText().equals("Unsupported")) {
      refuse(name, "only the type `Unsupported` takes an argument", "write `Unsupported(" + c.STRING().getText() + ")`"
          + " or a native type attribute such as `@db.VarChar(20)`");
      return new FieldType.Named(identifier(name));
    }
    return new FieldType.Unsupported(expressions.string(c.STRING().getSymbol()).value(), span(c));
  }

  private Arity arity(FieldTypeContext c) {
    String base = c.baseType().getText();
    if (c.EXCLAMATION_MARK() != null) {
      refuse(c.EXCLAMATION_MARK().getSymbol(), "a type has no `!`",
          "write `" + base + "`: fields are required by default");
      return Arity.REQUIRED;
    }
    if (c.LEFT_BRACKET() == null) {
      return c.QUESTION_MARK() == null ? Arity.REQUIRED : Arity.OPTIONAL;
    }
    if (c.getStart().getType() == LEFT_BRACKET) {
      refuse(c.getStart(), "the brackets of a list stand behind its type", "write `" + base + "[]`");
    } else if (c.QUESTION_MARK() != null) {
      refuse(c.QUESTION_MARK().getSymbol(), "a list cannot be optional", "write `" + base + "[]`: a list may be empty");
    }
    return Arity.LIST;
  }

  private void refuse(Token token, String message, String help) {
    errors.add(PrismaError.at(Line.span(token), message, help));
  }
}
