package dev.ddlint.parse;

import dev.ddlint.ir.Statement;
import dev.ddlint.parse.Script.Trivia;
import dev.ddlint.text.Order;
import dev.ddlint.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a file of PostgreSQL's SQL. */
public final class ScriptReader {
  private final Map<String, String> placeholders;
  private final boolean dollarBraces;

  /** Reads plain SQL; template placeholders stand for their own names. */
  public ScriptReader() {
    this(Map.of(), false);
  }

  /**
   * @param placeholders what template placeholders stand for, by name
   * @param dollarBraces whether {@code ${name}} is a placeholder, as in Flyway
   */
  public ScriptReader(Map<String, String> placeholders, boolean dollarBraces) {
    this.placeholders = Map.copyOf(placeholders);
    this.dollarBraces = dollarBraces;
  }

  /**
   * Loads lexer and grammar on a thread of its own: they take a tenth of a short run, and while files are still being
   * looked for there is a processor to spare.
   */
  public static void warmUp() {
    Thread thread = new Thread(() -> new ScriptReader().read(new SourceFile("", "ALTER TABLE a ADD COLUMN b int")),
        "ddlint-warm-up");
    thread.setDaemon(true);
    thread.start();
  }

  /** Reads any text; never throws on what the text holds. */
  public Script read(SourceFile file) {
    return read(file, file.text());
  }

  /**
   * Reads a file whose tool has a syntax of its own around the statements.
   *
   * @param written the file's text with that syntax put into PostgreSQL's, of equal length
   */
  public Script read(SourceFile file, String written) {
    Placeholders templates = new Placeholders(placeholders);
    String filled = templates.fill(written, dollarBraces);
    SqlText text = new SqlText(file.text(), filled, templates);
    List<Trivia> trivia = new ArrayList<>();
    StatementReader reader = new StatementReader(text, trivia);
    List<Statement> statements = new ArrayList<>();
    new StatementSplitter(filled, 0, filled.length(), trivia, piece -> statements.add(reader.read(piece))).split();
    trivia.sort(Order.by(Trivia::span));
    return new Script(file, List.copyOf(statements), List.copyOf(trivia));
  }
}
