package dev.ddlint.parse;

import dev.ddlint.ir.ColumnDefinition;
import dev.ddlint.ir.CreateTable;
import dev.ddlint.ir.CreateTable.Like;
import dev.ddlint.ir.CreateTable.PartitionOf;
import dev.ddlint.ir.CreateTable.Partitioning;
import dev.ddlint.ir.CreateTableAs;
import dev.ddlint.ir.Expression;
import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.Statement;
import dev.ddlint.ir.StorageOption;
import dev.ddlint.ir.TableConstraint;
import dev.ddlint.parse.grammar.PostgresDdl.*;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads CREATE TABLE and table constraints. */
final class TableReader {
  private final Fragments fragments;
  private final ColumnReader columns;

  TableReader(Fragments fragments, ColumnReader columns) {
    this.fragments = fragments;
    this.columns = columns;
  }

  Statement createTable(CreateTableContext context, Span span) {
    if (context.query() != null) {
      return createTableAs(context, span);
    }
    List<ColumnDefinition> defined = new ArrayList<>();
    List<TableConstraint> constraints = new ArrayList<>();
    List<Like> likes = new ArrayList<>();
    if (context.elements() != null) {
      for (ElementContext element : context.elements().element()) {
        if (element.column() != null) {
          defined.add(columns.column(element.column()));
        } else if (element.like() != null) {
          likes.add(like(element.like()));
        } else {
          constraints.add(constraint(element.tableConstraint()));
        }
      }
    }
    return new CreateTable(fragments.name(context.name), fragments.persistence(context.persistence()),
        context.ifNotExists() != null, context.FOREIGN() != null, List.copyOf(defined), List.copyOf(constraints),
        List.copyOf(likes), partitioning(context), partitionOf(context), inherits(context),
        Optional.ofNullable(context.rowType).map(fragments::name), options(context), span);
  }

  private CreateTableAs createTableAs(CreateTableContext context, Span span) {
    List<Identifier> names = context.elements() == null
        ? List.of()
        : context.elements().element().stream().filter(e -> e.column() != null)
            .map(e -> fragments.ident(e.column().ident())).toList();
    Tail tail = withoutDataClause(Fragments.span(context.query()));
    return new CreateTableAs(fragments.name(context.name), false, fragments.persistence(context.persistence()),
        context.ifNotExists() != null, names, tail.withData(), tail.query(), span);
  }

  /** A query and whether its rows are taken along. */
  record Tail(Expression query, boolean withData) {}

  /** Cuts WITH [NO] DATA off the end of a query. */
  Tail withoutDataClause(Span span) {
    String written = fragments.text().raw(span);
    String folded = written.toLowerCase(Locale.ROOT).stripTrailing();
    if (!folded.endsWith("data")) {
      return new Tail(fragments.expression(span), true);
    }
    int with = folded.lastIndexOf("with");
    String[] words = with < 0 ? new String[0] : folded.substring(with).split("\\s+");
    boolean without = words.length == 3 && words[1].equals("no");
    boolean clause = without || words.length == 2;
    if (!clause) {
      return new Tail(fragments.expression(span), true);
    }
    int end = written.substring(0, with).stripTrailing().length();
    return new Tail(fragments.expression(new Span(span.start(), span.start() + end)), words.length == 2);
  }

  private Like like(LikeContext context) {
    List<String> including = new ArrayList<>();
    List<String> excluding = new ArrayList<>();
    for (LikeOptionContext option : context.likeOption()) {
      String word = fragments.written(option.ident() == null ? option : option.ident()).toUpperCase(Locale.ROOT);
      List<String> words = option.INCLUDING() != null ? including : excluding;
      words.add(option.ALL() != null ? "ALL" : word);
    }
    return new Like(fragments.name(context.qualifiedName()), List.copyOf(including), List.copyOf(excluding),
        Fragments.span(context));
  }

  private Optional<Partitioning> partitioning(CreateTableContext context) {
    for (TableTailContext tail : context.tableTail()) {
      if (tail.PARTITION() != null) {
        return Optional.of(new Partitioning(fragments.written(tail.ident()).toUpperCase(Locale.ROOT),
            fragments.indexKeys(tail.partitionKeys().indexKey()), Fragments.span(tail)));
      }
    }
    return Optional.empty();
  }

  private Optional<PartitionOf> partitionOf(CreateTableContext context) {
    if (context.parent == null) {
      return Optional.empty();
    }
    PartitionBoundContext bound = context.partitionBound();
    Expression written = bound == null ? Expression.of("") : fragments.expression(bound);
    return Optional.of(new PartitionOf(fragments.name(context.parent), written));
  }

  private List<ObjectName> inherits(CreateTableContext context) {
    return context.tableTail().stream().filter(tail -> tail.INHERITS() != null)
        .flatMap(tail -> fragments.names(tail.qualifiedName()).stream()).toList();
  }

  private List<StorageOption> options(CreateTableContext context) {
    return context.tableTail().stream().filter(tail -> tail.settings() != null)
        .flatMap(tail -> fragments.options(tail.settings()).stream()).toList();
  }

  TableConstraint constraint(TableConstraintContext context) {
    return context.tableConstraintBody().accept(new TableConstraintReader(fragments, columns, context));
  }
}
