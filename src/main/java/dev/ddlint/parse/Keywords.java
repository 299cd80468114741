package dev.ddlint.parse;

import dev.ddlint.parse.grammar.SqlLexer;
import java.util.Arrays;
import org.antlr.v4.runtime.Vocabulary;

/** Which words are keywords: those that the grammar names. Looked up in place, without making a string. */
final class Keywords {
  private static final int BITS = 11;
  private static final String[] WORDS = new String[1 << BITS];
  private static final int[] TYPES = new int[1 << BITS];
  private static final int LONGEST;

  static {
    Vocabulary vocabulary = SqlLexer.VOCABULARY;
    int longest = 0;
    String[] lexed = SqlLexer.ruleNames;
    for (int type = 1; type <= vocabulary.getMaxTokenType(); type++) {
      String word = vocabulary.getSymbolicName(type);
      if (word != null && Arrays.stream(lexed).noneMatch(word::equals) && type != SqlLexer.PARENS) {
        put(word, type);
        longest = Math.max(longest, word.length());
      }
    }
    LONGEST = longest;
  }

  private Keywords() {}

  private static void put(String word, int type) {
    int slot = hash(word, 0, word.length());
    while (WORDS[slot] != null) {
      slot = slot + 1 & WORDS.length - 1;
    }
    WORDS[slot] = word;
    TYPES[slot] = type;
  }

  /** The keyword's token type, or {@link SqlLexer#WORD}. */
  static int typeOf(String text, int start, int end) {
    if (end - start > LONGEST) {
      return SqlLexer.WORD;
    }
    int slot = hash(text, start, end);
    while (WORDS[slot] != null) {
      if (WORDS[slot].length() == end - start && text.regionMatches(true, start, WORDS[slot], 0, end - start)) {
        return TYPES[slot];
      }
      slot = slot + 1 & WORDS.length - 1;
    }
    return SqlLexer.WORD;
  }

  private static int hash(String text, int start, int end) {
    int h = 0;
    for (int i = start; i < end; i++) {
      h = h * 31 + (text.charAt(i) & 0x5F);
    }
    return (h ^ h >>> BITS) & (1 << BITS) - 1;
  }
}
