package dev.ddlint.parse;

import dev.ddlint.ir.ColumnConstraint;
import dev.ddlint.ir.CreateDomain;
import dev.ddlint.ir.CreateEnum;
import dev.ddlint.ir.CreateExtension;
import dev.ddlint.ir.CreateIndex;
import dev.ddlint.ir.CreatePolicy;
import dev.ddlint.ir.CreateSequence;
import dev.ddlint.ir.CreateTableAs;
import dev.ddlint.ir.CreateTrigger;
import dev.ddlint.ir.CreateType;
import dev.ddlint.ir.CreateView;
import dev.ddlint.ir.Expression;
import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.Persistence;
import dev.ddlint.ir.Statement;
import dev.ddlint.parse.grammar.PostgresDdl.*;
import dev.ddlint.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the CREATE statements of everything but tables and functions. */
final class DefinitionReader {
  private final Fragments fragments;
  private final TypeReader types;
  private final ColumnReader columns;
  private final TableReader tables;

  DefinitionReader(Fragments fragments, TypeReader types, ColumnReader columns, TableReader tables) {
    this.fragments = fragments;
    this.types = types;
    this.columns = columns;
    this.tables = tables;
  }

  Statement index(CreateIndexContext context, Span span) {
    Span concurrently = context.concurrently != null
        ? SqlText.span(context.concurrently)
        : new Span(SqlText.span(context.INDEX().getSymbol()).end(), SqlText.span(context.INDEX().getSymbol()).end());
    String method = context.method == null ? "btree" : fragments.ident(context.method).name();
    return new CreateIndex(fragments.maybe(context.name), fragments.name(context.table), context.UNIQUE() != null,
        context.concurrently != null, context.ifNotExists() != null, context.ONLY() != null, method,
        fragments.indexKeys(context.indexKey()),
        context.include() == null ? List.of() : fragments.columns(context.include().columnList()),
        Fragments.notDistinct(context.nullsDistinct()),
        Optional.ofNullable(context.expression()).map(fragments::expression),
        fragments.options(context.settings()), fragments.maybe(context.tablespace).map(Identifier::name), concurrently,
        span);
  }

  Statement enumeration(CreateEnumContext context, Span span) {
    return new CreateEnum(fragments.name(context.qualifiedName()),
        context.string().stream().map(fragments::string).toList(), span);
  }

  Statement composite(CreateCompositeContext context, Span span) {
    return new CreateType(fragments.name(context.qualifiedName()), CreateType.Form.COMPOSITE,
        context.column().stream().map(columns::column).toList(), span);
  }

  Statement otherType(CreateOtherTypeContext context, Span span) {
    CreateType.Form form = CreateType.Form.SHELL;
    if (context.group() != null) {
      form = context.RANGE() != null ? CreateType.Form.RANGE : CreateType.Form.BASE;
    }
    return new CreateType(fragments.name(context.qualifiedName()), form, List.of(), span);
  }

  Statement domain(CreateDomainContext context, Span span) {
    List<ColumnConstraint> constraints = columns.constraints(context.columnPart());
    Optional<String> collation = context.columnPart().stream().filter(part -> part.COLLATE() != null)
        .map(part -> fragments.joined(part.qualifiedName())).findFirst();
    return new CreateDomain(fragments.name(context.qualifiedName()), types.type(context.typeName()), collation,
        constraints, span);
  }

  Statement sequence(CreateSequenceContext context, Span span) {
    return new CreateSequence(fragments.name(context.qualifiedName()), fragments.persistence(context.persistence()),
        context.ifNotExists() != null, fragments.sequenceOptions(context.sequenceOption()), span);
  }

  Statement view(CreateViewContext context, Span span) {
    Checked checked = withoutCheckOption(Fragments.span(context.query()));
    return new CreateView(fragments.name(context.name), context.REPLACE() != null,
        fragments.persistence(context.persistence()) == Persistence.TEMPORARY, context.RECURSIVE() != null,
        fragments.columns(context.columnList()), fragments.options(context.settings()), checked.query(),
        checked.option(),
        span);
  }

  private record Checked(Expression query, Optional<String> option) {}

  /** Cuts WITH [CASCADED | LOCAL] CHECK OPTION off the end of a view's query. */
  private Checked withoutCheckOption(Span span) {
    String written = fragments.text().raw(span);
    String folded = written.toLowerCase(Locale.ROOT).stripTrailing();
    int with = folded.endsWith("option") ? folded.lastIndexOf("with") : -1;
    String[] words = with < 0 ? new String[0] : folded.substring(with).split("\\s+");
    boolean clause = words.length >= 3 && words.length <= 4 && words[words.length - 2].equals("check");
    if (!clause) {
      return new Checked(fragments.expression(span), Optional.empty());
    }
    int end = span.start() + written.substring(0, with).stripTrailing().length();
    return new Checked(fragments.expression(new Span(span.start(), end)),
        Optional.of(words.length == 4 ? words[1].toUpperCase(Locale.ROOT) : "CASCADED"));
  }

  Statement materializedView(CreateMaterializedViewContext context, Span span) {
    TableReader.Tail tail = tables.withoutDataClause(Fragments.span(context.query()));
    return new CreateTableAs(fragments.name(context.name), true,
        context.UNLOGGED() != null ? Persistence.UNLOGGED : Persistence.PERMANENT, context.ifNotExists() != null,
        fragments.columns(context.columnList()), tail.withData(), tail.query(), span);
  }

  Statement trigger(CreateTriggerContext context, Span span) {
    return new CreateTrigger(fragments.ident(context.ident()), fragments.name(context.table),
        context.REPLACE() != null, context.CONSTRAINT() != null,
        fragments.written(context.timing()).toUpperCase(Locale.ROOT), fragments.expression(context.definition()), span);
  }

  Statement policy(CreatePolicyContext context, Span span) {
    String command = context.command == null ? "ALL" : context.command.getText().toUpperCase(Locale.ROOT);
    boolean check = context.WITH() != null;
    Optional<Expression> using = context.USING() == null
        ? Optional.empty()
        : Optional.of(fragments.inside(context.group(0)));
    Optional<Expression> withCheck = check
        ? Optional.of(fragments.inside(context.group(context.group().size() - 1)))
        : Optional.empty();
    return new CreatePolicy(fragments.ident(context.policyName), fragments.name(context.table),
        context.RESTRICTIVE() == null, command, roles(context.roles(), fragments), using, withCheck, span);
  }

  static List<String> roles(@org.jspecify.annotations.Nullable RolesContext context, Fragments fragments) {
    return context == null
        ? List.of("public")
        : context.role().stream().map(role -> fragments.text().name(role.getStop())).toList();
  }

  Statement extension(CreateExtensionContext context, Span span) {
    return new CreateExtension(fragments.ident(context.ident(0)), context.ifNotExists() != null,
        fragments.maybe(context.schema), span);
  }
}
