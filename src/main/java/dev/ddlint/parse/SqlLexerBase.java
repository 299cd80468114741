package dev.ddlint.parse;

import dev.ddlint.parse.grammar.SqlLexer;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.Lexer;

/** The parts of lexing that are no regular language: nested comments and dollar quotes, both read without recursion. */
public abstract class SqlLexerBase extends Lexer {

  protected SqlLexerBase(CharStream input) {
    super(input);
    removeErrorListeners();
  }

  /** Called behind the opening mark: block comments nest (manual, section 4.1.5). */
  protected void skimBlockComment() {
    int depth = 1;
    while (depth > 0) {
      int c = _input.LA(1);
      if (c == IntStream.EOF) {
        setType(SqlLexer.UNTERMINATED);
        setChannel(DEFAULT_TOKEN_CHANNEL);
        return;
      }
      boolean pair = (c == '/' && _input.LA(2) == '*') || (c == '*' && _input.LA(2) == '/');
      if (pair) {
        depth += c == '/' ? 1 : -1;
        _input.consume();
      }
      _input.consume();
    }
  }

  /** Called behind the opening tag: everything up to the same tag is the string (manual, section 4.1.2.4). */
  protected void skimDollarString() {
    Utf16CharStream input = (Utf16CharStream) _input;
    String tag = input.text().substring(_tokenStartCharIndex, input.index());
    int closing = input.text().indexOf(tag, input.index());
    if (closing < 0 || closing + tag.length() > input.end()) {
      input.seek(input.end());
      setType(SqlLexer.UNTERMINATED);
    } else {
      input.seek(closing + tag.length());
    }
  }
}
