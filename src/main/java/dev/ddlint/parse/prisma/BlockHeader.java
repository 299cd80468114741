package dev.ddlint.parse.prisma;

import static dev.ddlint.parse.grammar.PrismaParser.*;

import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * A line that opens a block, well formed or not.
 *
 * @param words what stands before the brace: at least one, the first a word
 * @param rest what stands behind the brace
 */
record BlockHeader(Line line, List<Token> words, Token brace, List<Token> rest) {

  static Optional<BlockHeader> of(Line line) {
    List<Token> tokens = line.tokens();
    if (!line.startsWith(WORD)) {
      return Optional.empty();
    }
    for (int i = 1; i < tokens.size(); i++) {
      switch (tokens.get(i).getType()) {
        case LEFT_BRACE -> {
          var rest = tokens.subList(i + 1, tokens.size());
          return Optional.of(new BlockHeader(line, tokens.subList(0, i), tokens.get(i), rest));
        }
        // A brace behind these is an object's.
        case AT, AT_AT, LEFT_PARENTHESIS, LEFT_BRACKET, EQUALS -> {
          return Optional.empty();
        }
        default -> {
        }
      }
    }
    return Optional.empty();
  }

  /** Whether this can be nothing but a new block, even where another one is open. */
  boolean isCertain() {
    return words.size() == 2 && keyword().isPresent() && rest.isEmpty();
  }

  Optional<BlockKeyword> keyword() {
    return BlockKeyword.of(words.getFirst().getText());
  }

  /** The keyword, or the one that only differs in case. */
  Optional<BlockKeyword> likelyKeyword() {
    return BlockKeyword.ignoringCase(words.getFirst().getText());
  }

  Optional<Identifier> name() {
    return words.size() > 1 && words.get(1).getType() == WORD
        ? Optional.of(TreeBuilder.identifier(words.get(1)))
        : Optional.empty();
  }

  /** Up to the brace, without what follows. */
  List<Token> tokens() {
    return line.tokens().subList(0, words.size() + 1);
  }
}
