package dev.ddlint.parse.prisma;

import static dev.ddlint.parse.grammar.PrismaParser.*;

import dev.ddlint.parse.grammar.PrismaParser;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Reads one line at a time. A line that the grammar refuses is read again in pieces, one for each attribute, so
 * that a bad attribute costs neither the field nor the other attributes.
 */
final class LineReader {
  private final LineErrors errors;
  private final TreeBuilder builder;
  private final PrismaParser parser;

  LineReader(LineErrors errors) {
    this.errors = errors;
    this.builder = new TreeBuilder(errors);
    this.parser = new PrismaParser(stream(List.of()));
    parser.removeErrorListeners();
    parser.setErrorHandler(new SyntaxErrorStrategy());
  }

  /** Reports what keeps a line from being a keyword, a name and a brace. */
  void checkHeader(List<Token> tokens) {
    parse(tokens, PrismaParser::blockHeader);
  }

  /** Reports a name that Prisma does not take for a model, an enum or a type. */
  void checkName(Token name) {
    builder.declared(name);
  }

  Optional<Assignment> assignment(Line line) {
    return parse(line.tokens(), PrismaParser::assignment).map(c -> builder.assignment(c, line));
  }

  Optional<Field> field(Line line) {
    Optional<Field> field = parse(line.tokens(), PrismaParser::field).map(c -> builder.field(c, line));
    if (field.isPresent()) {
      return field;
    }
    var pieces = Brackets.cutAtAttributes(line.tokens());
    return parse(pieces.getFirst(), PrismaParser::field).map(c -> builder.field(c, line)).map(
        f -> new Field(f.name(), f.type(), f.arity(), attributes(pieces), f.documentation(), f.span()));
  }

  Optional<EnumValue> enumValue(Line line) {
    Optional<EnumValue> value = parse(line.tokens(), PrismaParser::enumValue).map(c -> builder.enumValue(c, line));
    if (value.isPresent()) {
      return value;
    }
    var pieces = Brackets.cutAtAttributes(line.tokens());
    return parse(pieces.getFirst(), PrismaParser::enumValue).map(c -> builder.enumValue(c, line)).map(
        v -> new EnumValue(v.name(), attributes(pieces), v.documentation(), v.span()));
  }

  Optional<Attribute> blockAttribute(Line line) {
    return attribute(line.tokens(), AT_AT);
  }

  private List<Attribute> attributes(List<List<Token>> pieces) {
    List<Attribute> attributes = new ArrayList<>();
    for (List<Token> piece : pieces.subList(1, pieces.size())) {
      attribute(piece, AT).ifPresent(attributes::add);
    }
    return attributes;
  }

  private Optional<Attribute> attribute(List<Token> tokens, int marker) {
    return parse(tokens, PrismaParser::blockAttribute).map(c -> builder.attribute(c.attribute(), marker)).or(
        () -> malformed(tokens));
  }

  /** All that can be said of an attribute whose arguments are not Prisma's: its name and where it stands. */
  private static Optional<Attribute> malformed(List<Token> tokens) {
    if (tokens.size() < 2 || tokens.get(1).getType() != WORD) {
      return Optional.empty();
    }
    int end = 2;
    while (end + 1 < tokens.size() && tokens.get(end).getType() == DOT && tokens.get(end + 1).getType() == WORD) {
      end += 2;
    }
    var path = new StringBuilder();
    List<Token> name = tokens.subList(1, end);
    name.forEach(token -> path.append(token.getText()));
    var identifier = new Identifier(path.toString(), Line.span(name));
    return Optional.of(new Attribute(identifier, List.of(), true, Line.span(tokens)));
  }

  private <T extends ParserRuleContext> Optional<T> parse(List<Token> tokens, Function<PrismaParser, T> rule) {
    Optional<Token> tooDeep = Brackets.tooDeep(tokens);
    if (tooDeep.isPresent()) {
      Span span = Line.span(tooDeep.get());
      errors.add(PrismaError.at(span, "brackets are nested too deep to be read"));
      return Optional.empty();
    }
    parser.setTokenStream(stream(tokens));
    try {
      return Optional.of(rule.apply(parser));
    } catch (ParseCancellationException e) {
      if (e.getCause() instanceof RecognitionException cause && !tokens.isEmpty()) {
        errors.add(SyntaxError.of(cause, tokens));
      }
      return Optional.empty();
    }
  }

  private static CommonTokenStream stream(List<Token> tokens) {
    return new CommonTokenStream(new ListTokenSource(tokens));
  }
}
