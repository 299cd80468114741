package dev.ddlint.parse;

import dev.ddlint.ir.AddEnumValue;
import dev.ddlint.ir.AlterDomain;
import dev.ddlint.ir.AlterDomain.Action;
import dev.ddlint.ir.AlterPolicy;
import dev.ddlint.ir.AlterSequence;
import dev.ddlint.ir.ChangeOwner;
import dev.ddlint.ir.Drop;
import dev.ddlint.ir.Expression;
import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.LockTable;
import dev.ddlint.ir.Maintenance;
import dev.ddlint.ir.ObjectKind;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.Privileges;
import dev.ddlint.ir.RefreshMaterializedView;
import dev.ddlint.ir.Rename;
import dev.ddlint.ir.RenameEnumValue;
import dev.ddlint.ir.SetSchema;
import dev.ddlint.ir.Statement;
import dev.ddlint.ir.Truncate;
import dev.ddlint.ir.TypeName;
import dev.ddlint.parse.grammar.PostgresDdl.*;
import dev.ddlint.parse.grammar.SqlLexer;
import dev.ddlint.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads DROP, the ALTERs of objects that are no tables, privileges and maintenance. */
final class ChangeReader {
  private final Fragments fragments;
  private final FunctionReader functions;

  ChangeReader(Fragments fragments, FunctionReader functions) {
    this.fragments = fragments;
    this.functions = functions;
  }

  Statement drop(DropContext context, Span span) {
    List<Drop.Target> targets = context.dropTarget().stream().map(this::target).toList();
    int kindEnd = Fragments.span(context.objectKind()).end();
    return new Drop(kind(context.objectKind()), targets, context.ifExists() != null, context.CONCURRENTLY() != null,
        Fragments.cascades(context.dropBehavior()), new Span(kindEnd, kindEnd), span);
  }

  private Drop.Target target(DropTargetContext context) {
    Optional<List<TypeName>> signature = context.arguments() == null
        ? Optional.empty()
        : Optional.of(functions.signature(context.arguments()));
    return new Drop.Target(fragments.name(context.qualifiedName(0)),
        Optional.ofNullable(context.table).map(fragments::name), signature, Fragments.span(context));
  }

  ObjectKind kind(ObjectKindContext context) {
    return switch (context.getStart().getType()) {
      case SqlLexer.FOREIGN -> ObjectKind.FOREIGN_TABLE;
      case SqlLexer.MATERIALIZED -> ObjectKind.MATERIALIZED_VIEW;
      default -> kind(fragments.written(context));
    };
  }

  static ObjectKind kind(String written) {
    String word = written.toUpperCase(Locale.ROOT).replaceAll("\\s+", "_");
    for (ObjectKind kind : ObjectKind.values()) {
      if (kind.name().equals(word)) {
        return kind;
      }
    }
    return ObjectKind.OTHER;
  }

  Statement alterSequence(AlterSequenceContext context, Span span) {
    return new AlterSequence(fragments.name(context.name), context.ifExists() != null,
        fragments.sequenceOptions(context.sequenceOption()), span);
  }

  Statement alterType(AlterTypeContext context, Span span) {
    ObjectName type = fragments.name(context.name);
    if (context.from != null) {
      return new RenameEnumValue(type, fragments.string(context.from), fragments.string(context.renamed), span);
    }
    Optional<AddEnumValue.Neighbor> neighbor = context.neighbor == null
        ? Optional.empty()
        : Optional.of(new AddEnumValue.Neighbor(context.BEFORE() != null, fragments.string(context.neighbor)));
    return new AddEnumValue(type, fragments.string(context.value), context.ifNotExists() != null, neighbor, span);
  }

  Statement alterDomain(AlterDomainContext context, Span span) {
    ObjectName name = fragments.name(context.name);
    if (context.RENAME() != null) {
      return new Rename(ObjectKind.CONSTRAINT, ObjectKind.DOMAIN, name, fragments.maybe(context.from),
          fragments.ident(context.to), false, false, span);
    }
    return new AlterDomain(name, domainAction(context), span);
  }

  private Action domainAction(AlterDomainContext context) {
    if (context.VALIDATE() != null) {
      return new Action.ValidateConstraint(fragments.ident(context.ident(0)));
    } else if (context.ADD() != null) {
      Optional<Expression> check = Optional.ofNullable(context.group()).map(fragments::inside);
      Optional<Identifier> name = context.ident().isEmpty() ? Optional.empty() : fragments.maybe(context.ident(0));
      return new Action.AddConstraint(name, check, context.VALID() != null);
    } else if (context.CONSTRAINT() != null) {
      return new Action.DropConstraint(fragments.ident(context.ident(0)), context.ifExists() != null,
          Fragments.cascades(context.dropBehavior()));
    } else if (context.DEFAULT() != null) {
      return context.DROP() != null
          ? new Action.DropDefault()
          : new Action.SetDefault(fragments.expression(context.expression()));
    }
    return context.DROP() != null ? new Action.DropNotNull() : new Action.SetNotNull();
  }

  Statement alterPolicy(AlterPolicyContext context, Span span) {
    Identifier name = fragments.ident(context.policyName);
    ObjectName table = fragments.name(context.table);
    if (context.to != null) {
      return new Rename(ObjectKind.POLICY, ObjectKind.TABLE, table, Optional.of(name), fragments.ident(context.to),
          false,
          false, span);
    }
    Optional<Expression> using = context.USING() == null
        ? Optional.empty()
        : Optional.of(fragments.inside(context.group(0)));
    Optional<Expression> check = context.CHECK() == null
        ? Optional.empty()
        : Optional.of(fragments.inside(context.group(context.group().size() - 1)));
    List<String> roles = context.roles() == null ? List.of() : DefinitionReader.roles(context.roles(), fragments);
    return new AlterPolicy(name, table, roles, using, check, span);
  }

  Statement alterObject(AlterObjectContext context, Span span) {
    ObjectKind kind = kind(context.objectKind());
    ObjectName name = fragments.name(context.name);
    if (context.schema != null) {
      return new SetSchema(kind, name, fragments.ident(context.schema), context.ifExists() != null, span);
    } else if (context.role() != null) {
      return new ChangeOwner(kind, name, fragments.role(context.role()), span);
    }
    boolean onTable = context.table != null;
    Optional<Identifier> part = onTable ? Optional.of(new Identifier(name.name(), name.span())) : Optional.empty();
    return new Rename(kind, onTable ? ObjectKind.TABLE : kind, onTable ? fragments.name(context.table) : name, part,
        fragments.ident(context.to), context.ifExists() != null, false, span);
  }

  Statement refresh(RefreshContext context, Span span) {
    boolean withData = context.withData() == null || context.withData().NO() == null;
    return new RefreshMaterializedView(fragments.name(context.qualifiedName()), context.CONCURRENTLY() != null,
        withData,
        span);
  }

  Statement truncate(TruncateContext context, Span span) {
    return new Truncate(fragments.names(context.qualifiedName()), context.RESTART() != null,
        Fragments.cascades(context.dropBehavior()), context.ONLY().size() == context.qualifiedName().size(), span);
  }

  Statement lock(LockContext context, Span span) {
    String mode = context.MODE() == null
        ? "ACCESS EXCLUSIVE"
        : String.join(" ",
            context.ident().stream().map(word -> fragments.written(word).toUpperCase(Locale.ROOT)).toList());
    return new LockTable(fragments.names(context.qualifiedName()), mode, context.NOWAIT() != null,
        context.ONLY().size() == context.qualifiedName().size(), span);
  }

  Statement reindex(ReindexContext context, Span span) {
    ObjectKind target = context.TABLE() != null
        ? ObjectKind.TABLE
        : context.INDEX() != null
            ? ObjectKind.INDEX
            : context.SCHEMA() != null ? ObjectKind.SCHEMA : ObjectKind.DATABASE;
    boolean option = context.group() != null
        && fragments.written(context.group()).toLowerCase(Locale.ROOT).contains("concurrently");
    boolean concurrently = option || context.CONCURRENTLY() != null;
    List<ObjectName> names = context.qualifiedName() == null
        ? List.of()
        : List.of(fragments.name(context.qualifiedName()));
    return new Maintenance(Maintenance.Kind.REINDEX, target, names, Optional.empty(), false, concurrently, span);
  }

  /** The word before a table is VERBOSE; one that stands alone is the table. */
  private List<ObjectName> clustered(ClusterContext context) {
    if (context.qualifiedName() != null) {
      return List.of(fragments.name(context.qualifiedName()));
    }
    return context.ident().stream().map(fragments::ident).filter(word -> !word.name().equals("verbose"))
        .map(word -> new ObjectName(Optional.empty(), word.name(), word.span())).toList();
  }

  Statement cluster(ClusterContext context, Span span) {
    List<ObjectName> names = clustered(context);
    Optional<ObjectName> index = context.USING() == null
        ? Optional.empty()
        : Optional.of(context.ident(context.ident().size() - 1)).map(fragments::ident)
            .map(i -> new ObjectName(Optional.empty(), i.name(), i.span()));
    return new Maintenance(Maintenance.Kind.CLUSTER, ObjectKind.TABLE, names, index, false, false, span);
  }

  Statement privileges(PrivilegesContext context, Span span) {
    boolean grant = context.getStart().getType() == SqlLexer.GRANT;
    PrivilegeTargetContext target = context.privilegeTarget();
    List<String> privileges = context.privilege().stream().map(this::privilege).toList();
    List<String> grantees = DefinitionReader.roles(context.roles(), fragments);
    boolean option = grant
        ? context.reserved().stream().anyMatch(word -> word.GRANT() != null)
        : context.OPTION() != null;
    boolean cascade = Fragments.cascades(context.dropBehavior());
    if (target == null) {
      return new Privileges(grant, Privileges.Scope.ROLE_MEMBERSHIP, ObjectKind.ROLE, privileges, List.of(), grantees,
          option, cascade, Optional.empty(), span);
    } else if (target.ALL() != null) {
      String plural = fragments.text().raw(SqlText.span((org.antlr.v4.runtime.Token) target.getChild(1).getPayload()));
      return new Privileges(grant, Privileges.Scope.ALL_IN_SCHEMA, kind(plural.substring(0, plural.length() - 1)),
          privileges, List.of(), grantees, option, cascade, fragments.maybe(target.ident(0)), span);
    }
    List<ObjectName> objects = target.objectKind() != null
        ? target.grantObject().stream().map(object -> fragments.name(object.qualifiedName())).toList()
        : fragments.names(target.qualifiedName());
    ObjectKind kind = target.objectKind() != null ? kind(target.objectKind()) : ObjectKind.TABLE;
    return new Privileges(grant, Privileges.Scope.OBJECTS, kind, privileges, objects, grantees, option, cascade,
        Optional.empty(), span);
  }

  private String privilege(PrivilegeContext context) {
    String written = fragments.written(context);
    int words = context.columnList() == null ? written.length() : written.indexOf('(');
    return written.substring(0, words).toUpperCase(Locale.ROOT) + written.substring(words);
  }

  Statement defaultPrivileges(DefaultPrivilegesContext context, Span span) {
    boolean grant = context.REVOKE() == null;
    List<RolesContext> roles = context.roles();
    String kind = context.TABLES() != null
        ? "TABLE"
        : context.SEQUENCES() != null
            ? "SEQUENCE"
            : context.SCHEMAS() != null ? "SCHEMA" : context.TYPES() != null ? "TYPE" : "FUNCTION";
    Optional<Identifier> schema = context.schemas.isEmpty()
        ? Optional.empty()
        : fragments.maybe(context.schemas.get(0));
    return new Privileges(grant, Privileges.Scope.DEFAULTS, kind(kind),
        context.privilege().stream().map(this::privilege).toList(), List.of(),
        DefinitionReader.roles(roles.get(roles.size() - 1), fragments), context.OPTION() != null,
        Fragments.cascades(context.dropBehavior()),
        schema, span);
  }
}
