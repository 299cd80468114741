package dev.ddlint.parse.prisma;

import static dev.ddlint.parse.grammar.PrismaParser.*;

import java.util.List;
import org.antlr.v4.runtime.Token;

/** A line that neither stands in a block nor begins one. */
final class StrayLine {

  private StrayLine() {}

  static PrismaError error(Line line) {
    List<Token> tokens = line.tokens();
    if (line.startsWith(RIGHT_BRACE)) {
      return PrismaError.at(line.span(), "no block is open that this `}` could close");
    }
    if (isTypeAlias(tokens)) {
      return PrismaError.at(line.span(), "Prisma has no type aliases any more", "write the type at each field");
    }
    if (isHeaderWithoutBrace(tokens)) {
      return PrismaError.at(line.span(), "expected `{`, found the end of the line", "open the block on this line");
    }
    return PrismaError.at(line.span(), "the line stands outside of a block",
        "put fields and `@@` attributes into a `model`, values into an `enum`");
  }

  private static boolean isTypeAlias(List<Token> tokens) {
    return tokens.size() > 2 && tokens.getFirst().getText().equals("type") && tokens.get(2).getType() == EQUALS;
  }

  private static boolean isHeaderWithoutBrace(List<Token> tokens) {
    return tokens.size() == 2 && tokens.get(1).getType() == WORD
        && BlockKeyword.of(tokens.getFirst().getText()).isPresent();
  }
}
