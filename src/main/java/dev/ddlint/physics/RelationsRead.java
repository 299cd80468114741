package dev.ddlint.physics;

import dev.ddlint.catalog.Table;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.physics.Words.Word;
import dev.ddlint.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The relations that a query reads, found by their place after FROM, JOIN and USING. Names that the catalog does not
 * hold are left out: they may be common table expressions or functions.
 */
final class RelationsRead {
  private final Moment moment;
  private final Map<Integer, Table> found = new LinkedHashMap<>();

  private RelationsRead(Moment moment) {
    this.moment = moment;
  }

  /** The relations that stand in the text, in order. */
  static List<Table> in(String query, Moment moment) {
    if (!namesSource(query)) {
      return List.of();
    }
    RelationsRead read = new RelationsRead(moment);
    read.scan(Words.of(query));
    return List.copyOf(read.found.values());
  }

  /** Whether one of the keywords stands in the text at all: long lists of VALUES need no closer look. */
  private static boolean namesSource(String query) {
    for (int i = 0; i + 4 <= query.length(); i++) {
      if (query.regionMatches(true, i, "from", 0, 4) || query.regionMatches(true, i, "join", 0, 4)
          || query.regionMatches(true, i, "using", 0, 5)) {
        return true;
      }
    }
    return false;
  }

  /** The same, with what views among them read in their turn. */
  static List<Table> inWithViews(String query, Moment moment) {
    RelationsRead read = new RelationsRead(moment);
    Deque<Table> open = new ArrayDeque<>(in(query, moment));
    while (!open.isEmpty()) {
      Table table = open.poll();
      if (read.found.putIfAbsent(table.id().value(), table) == null && table.kind() == Table.Kind.VIEW) {
        table.query().ifPresent(q -> open.addAll(in(q.text(), moment)));
      }
    }
    return List.copyOf(read.found.values());
  }

  /** Whether each level of parentheses is inside a list of relations. */
  private void scan(List<Word> words) {
    Deque<Boolean> inList = new ArrayDeque<>(List.of(false));
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (word.is("(")) {
        inList.push(false);
      } else if (word.is(")") && inList.size() > 1) {
        inList.pop();
      } else if (opensList(word)) {
        inList.pop();
        inList.push(true);
        relation(words, i + 1);
      } else if (closesList(word)) {
        inList.pop();
        inList.push(false);
      } else if (word.is(",") && Boolean.TRUE.equals(inList.peek())) {
        relation(words, i + 1);
      }
    }
  }

  private static boolean opensList(Word word) {
    return word.is("from") || word.is("join") || word.is("using");
  }

  private static boolean closesList(Word word) {
    return word.is("where") || word.is("group") || word.is("order") || word.is("having") || word.is("limit")
        || word.is("union") || word.is("select") || word.is("set") || word.is("returning");
  }

  private void relation(List<Word> words, int start) {
    int at = start < words.size() && (words.get(start).is("only") || words.get(start).is("lateral"))
        ? start + 1
        : start;
    List<String> path = new ArrayList<>();
    while (at < words.size() && words.get(at).isName()) {
      path.add(words.get(at).text());
      at += at + 1 < words.size() && words.get(at + 1).is(".") ? 2 : words.size();
    }
    if (!path.isEmpty()) {
      name(path).flatMap(moment::resolve).ifPresent(table -> found.putIfAbsent(table.id().value(), table));
    }
  }

  private static Optional<ObjectName> name(List<String> path) {
    int last = path.size() - 1;
    Optional<String> schema = last > 0 ? Optional.of(path.get(last - 1)) : Optional.empty();
    return Optional.of(new ObjectName(schema, path.get(last), Span.NONE));
  }
}
