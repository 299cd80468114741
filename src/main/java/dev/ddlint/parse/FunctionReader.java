package dev.ddlint.parse;

import dev.ddlint.ir.CreateFunction;
import dev.ddlint.ir.CreateFunction.Argument;
import dev.ddlint.ir.Expression;
import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.SetVariable;
import dev.ddlint.ir.Statement;
import dev.ddlint.ir.TypeName;
import dev.ddlint.parse.grammar.PostgresDdl.*;
import dev.ddlint.parse.grammar.SqlLexer;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Reads CREATE FUNCTION and CREATE PROCEDURE. */
final class FunctionReader {
  private final Fragments fragments;
  private final TypeReader types;

  FunctionReader(Fragments fragments, TypeReader types) {
    this.fragments = fragments;
    this.types = types;
  }

  Statement function(CreateFunctionContext context, Span span) {
    List<Argument> arguments = new ArrayList<>();
    context.parameters().parameter().forEach(p -> arguments.add(parameter(p, false)));
    context.parameter().forEach(p -> arguments.add(parameter(p, true)));
    Optional<String> language = Optional.empty();
    Optional<String> volatility = Optional.empty();
    Optional<Expression> body = Optional.empty();
    boolean definer = false;
    boolean sqlBody = false;
    List<SetVariable> settings = new ArrayList<>();
    for (FunctionOptionContext option : context.functionOption()) {
      if (option.LANGUAGE() != null) {
        language = Optional.of(word(option));
      } else if (option.body != null) {
        body = Optional.of(body(option.body));
      } else if (option.RETURN() != null || option.ATOMIC() != null) {
        body = Optional.of(fragments.expression(option));
        sqlBody = true;
      } else if (option.IMMUTABLE() != null || option.STABLE() != null || option.VOLATILE() != null) {
        volatility = Optional.of(fragments.written(option).toUpperCase(Locale.ROOT));
      } else if (option.DEFINER() != null) {
        definer = true;
      } else if (option.functionSetting() != null) {
        settings.add(setting(option.functionSetting()));
      }
    }
    return new CreateFunction(fragments.name(context.name), arguments, context.PROCEDURE() != null,
        context.REPLACE() != null, types.maybe(context.typeName()), language, definer, volatility, settings, body,
        sqlBody,
        span);
  }

  private String word(FunctionOptionContext option) {
    return option.string() == null || option.string().isEmpty()
        ? fragments.ident(option.ident()).name()
        : SqlText.fold(fragments.string(option.string(0)));
  }

  /** The text between the quotes, with its own span: a body is SQL too. */
  private Expression body(StringContext context) {
    Token token = context.getStart();
    Span span = SqlText.span(token);
    int open = token.getType() == SqlLexer.DOLLAR_STRING ? fragments.text().raw(span).indexOf('$', 1) + 1 : 1;
    int close = token.getType() == SqlLexer.DOLLAR_STRING ? open : 1;
    return fragments.expression(new Span(span.start() + open, Math.max(span.start() + open, span.end() - close)));
  }

  private Argument parameter(ParameterContext context, boolean column) {
    Optional<Expression> value = Optional.ofNullable(context.columnExpression()).map(fragments::expression);
    Argument argument = argument(context.argument());
    return new Argument(column ? "TABLE" : argument.mode(), argument.name(), argument.type(), value);
  }

  Argument argument(ArgumentContext context) {
    String mode = "IN";
    if (context.VARIADIC() != null) {
      mode = "VARIADIC";
    } else if (context.INOUT() != null || (context.IN() != null && context.OUT() != null)) {
      mode = "INOUT";
    } else if (context.OUT() != null) {
      mode = "OUT";
    }
    Optional<Identifier> name = context.parameterName() == null
        ? Optional.empty()
        : Optional.of(fragments.ident(context.parameterName()));
    return new Argument(mode, name, types.type(context.typeName()), Optional.empty());
  }

  List<TypeName> signature(ArgumentsContext context) {
    return context.argument().stream().map(argument -> argument(argument).type()).toList();
  }

  private SetVariable setting(FunctionSettingContext context) {
    List<String> values = context.settingValue().stream().map(value -> value.string() != null
        ? fragments.string(value.string())
        : fragments.written(value)).toList();
    String name = SqlText.fold(fragments.written(context.settingName()));
    return new SetVariable(name, values, false, false, Fragments.span(context));
  }
}
