package dev.ddlint.parse.prisma;

import static dev.ddlint.parse.grammar.PrismaLexer.*;

import dev.ddlint.parse.Utf16CharStream;
import dev.ddlint.parse.grammar.PrismaLexer;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** A file's tokens, cut into lines, to be taken one after the other; and its comments. */
final class Lines {
  private final LineErrors errors;
  private final Deque<Line> lines = new ArrayDeque<>();
  private final List<Comment> comments = new ArrayList<>();
  private final List<String> documentation = new ArrayList<>();
  private final List<Token> current = new ArrayList<>();
  private boolean blank = true;

  private Lines(LineErrors errors) {
    this.errors = errors;
  }

  /** @param omitted whole lines that are passed over, in order */
  static Lines of(SourceFile file, List<Span> omitted, LineErrors errors) {
    var text = new Utf16CharStream(file.text());
    var lexer = new PrismaLexer(text);
    lexer.removeErrorListeners();
    var lines = new Lines(errors);
    var next = omitted.iterator();
    Optional<Span> hole = pass(text, next, Optional.empty());
    for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
      lines.add(token);
      hole = pass(text, next, hole);
    }
    lines.endLine();
    return lines;
  }

  /** Leaves out what is omitted at this place, and answers what is next; lines of a comment are part of it. */
  private static Optional<Span> pass(Utf16CharStream text, Iterator<Span> omitted, Optional<Span> hole) {
    Optional<Span> next = hole.or(() -> take(omitted));
    while (next.isPresent() && next.get().start() <= text.index()) {
      if (next.get().start() == text.index()) {
        text.seek(next.get().end());
      }
      next = take(omitted);
    }
    return next;
  }

  private static Optional<Span> take(Iterator<Span> omitted) {
    return omitted.hasNext() ? Optional.of(omitted.next()) : Optional.empty();
  }

  List<Comment> comments() {
    return List.copyOf(comments);
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  Line peek() {
    return lines.element();
  }

  Line next() {
    return lines.remove();
  }

  private void add(Token token) {
    switch (token.getType()) {
      case NEWLINE -> endLine();
      case DOCUMENTATION, LINE_COMMENT, BLOCK_COMMENT -> addComment(token);
      default -> addWord(token);
    }
  }

  private void addWord(Token token) {
    blank = false;
    current.add(token);
    if (current.size() == 1 && token.getType() == RIGHT_BRACE) {
      // It closes a block; what follows on the line is outside, and Prisma reads it.
      cut();
    }
  }

  private void endLine() {
    if (!current.isEmpty()) {
      cut();
    } else if (blank) {
      // An empty line parts documentation from what follows.
      documentation.clear();
    }
    blank = true;
  }

  private void cut() {
    Optional<String> text = documentation.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", documentation));
    lines.add(new Line(current, text));
    current.clear();
    documentation.clear();
  }

  private void addComment(Token token) {
    blank = false;
    Span span = Line.span(token);
    String source = token.getText();
    switch (token.getType()) {
      case DOCUMENTATION -> {
        String text = source.substring(3).strip();
        documentation.add(text);
        comments.add(new Comment(Comment.Kind.DOCUMENTATION, text, span));
      }
      case LINE_COMMENT -> comments.add(new Comment(Comment.Kind.LINE, source.substring(2).strip(), span));
      default -> comments.add(new Comment(Comment.Kind.BLOCK, blockCommentText(source, span), span));
    }
  }

  private String blockCommentText(String source, Span span) {
    if (source.length() >= 4 && source.endsWith("*/")) {
      return source.substring(2, source.length() - 2).strip();
    }
    errors.add(
        PrismaError.at(new Span(span.start(), span.start() + 2),
            "the comment is not closed and hides the rest of the file",
            "close it with `*/`"));
    return source.substring(2).strip();
  }
}
