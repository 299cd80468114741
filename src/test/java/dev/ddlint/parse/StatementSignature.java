package dev.ddlint.parse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ddlint.ir.*;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the oracle would say of a statement that ddlint has read: the parse tree's tag and the signature. */
final class StatementSignature {
  private StatementSignature() {}

  /** PostgreSQL's tag of the parse tree's root. */
  static String tag(Statement statement) {
    return switch (statement) {
      case CreateTable s -> s.foreign() ? "CreateForeignTableStmt" : "CreateStmt";
      case CreateTableAs s -> "CreateTableAsStmt";
      case AlterTable s -> "AlterTableStmt";
      case CreateIndex s -> "IndexStmt";
      case Drop s -> "DropStmt";
      case Rename s -> "RenameStmt";
      case SetSchema s -> "AlterObjectSchemaStmt";
      case ChangeOwner s -> "AlterOwnerStmt";
      case CreateEnum s -> "CreateEnumStmt";
      case AddEnumValue s -> "AlterEnumStmt";
      case RenameEnumValue s -> "AlterEnumStmt";
      case CreateType s -> switch (s.form()) {
        case COMPOSITE -> "CompositeTypeStmt";
        case RANGE -> "CreateRangeStmt";
        default -> "DefineStmt";
      };
      case CreateDomain s -> "CreateDomainStmt";
      case AlterDomain s -> "AlterDomainStmt";
      case CreateSequence s -> "CreateSeqStmt";
      case AlterSequence s -> "AlterSeqStmt";
      case CreateView s -> "ViewStmt";
      case RefreshMaterializedView s -> "RefreshMatViewStmt";
      case CreateFunction s -> "CreateFunctionStmt";
      case CreateTrigger s -> "CreateTrigStmt";
      case CreatePolicy s -> "CreatePolicyStmt";
      case AlterPolicy s -> "AlterPolicyStmt";
      case Privileges s -> switch (s.scope()) {
        case ROLE_MEMBERSHIP -> "GrantRoleStmt";
        case DEFAULTS -> "AlterDefaultPrivilegesStmt";
        default -> "GrantStmt";
      };
      case Comment s -> "CommentStmt";
      case Transaction s -> "TransactionStmt";
      case SetVariable s -> "VariableSetStmt";
      case DataStatement s -> s.kind().name().startsWith("COPY") ? "CopyStmt" : capital(s.kind().name()) + "Stmt";
      case Truncate s -> "TruncateStmt";
      case LockTable s -> "LockStmt";
      case Maintenance s ->
        s.kind() == Maintenance.Kind.ANALYZE ? "VacuumStmt" : capital(s.kind().name()) + "Stmt";
      case DoBlock s -> "DoStmt";
      case CreateExtension s -> "CreateExtensionStmt";
      case CreateSchema s -> "CreateSchemaStmt";
      case OtherStatement s -> other(s.command());
      case Unrecognized s -> "Unrecognized";
    };
  }

  private static String other(String command) {
    return switch (command) {
      case "CALL" -> "CallStmt";
      case "CREATE DATABASE" -> "CreatedbStmt";
      default -> command;
    };
  }

  private static String capital(String word) {
    return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
  }

  /** As the oracle names kinds: {@code MATVIEW}, {@code TABCONSTRAINT}. */
  static String kind(ObjectKind kind) {
    return switch (kind) {
      case MATERIALIZED_VIEW -> "MATVIEW";
      case CONSTRAINT -> "TABCONSTRAINT";
      case DOMAIN_CONSTRAINT -> "DOMCONSTRAINT";
      default -> kind.name();
    };
  }

  /** Empty for kinds of which neither side says more than the tag. */
  static Optional<ObjectNode> of(Statement statement) {
    Signature s = new Signature();
    return switch (statement) {
      case CreateTable t -> Optional.of(TableSignature.table(t));
      case AlterTable t -> Optional.of(TableSignature.alter(t));
      case CreateTableAs t -> done(s.name("table", t.name()).text("objtype", t.materializedView() ? "MATVIEW" : "TABLE")
          .flag("ifNotExists", t.ifNotExists()).flag("noData", !t.withData()).names("columns", t.columns())
          .flag("temporary", t.persistence() == Persistence.TEMPORARY));
      case CreateIndex i -> done(index(s, i));
      case Drop d -> done(drop(s, d));
      case Rename r -> done(rename(s, r));
      case CreateEnum e -> done(s.name("type", e.name()).texts("values", e.values()));
      case AddEnumValue e -> done(s.name("type", e.type()).text("newVal", e.value())
          .text("position", e.neighbor().map(n -> n.before() ? "BEFORE" : "AFTER"))
          .text("neighbor", e.neighbor().map(AddEnumValue.Neighbor::value)).flag("ifNotExists", e.ifNotExists()));
      case RenameEnumValue e -> done(s.name("type", e.type()).text("oldVal", e.from()).text("newVal", e.to()));
      case CreateSequence q -> done(s.name("name", q.name()).flag("ifNotExists", q.ifNotExists()));
      case AlterSequence q -> done(s.name("name", q.name()).flag("ifExists", q.ifExists()));
      case CreateView v -> done(s.name("name", v.name()).flag("replace", v.orReplace())
          .flag("temporary", v.temporary()).names("columns", v.columns())
          .texts("options", TableSignature.options(v.options())).text("checkOption", v.checkOption()));
      case CreatePolicy p -> done(s.name("name", p.name()).name("table", p.table())
          .text("cmd", p.command().toLowerCase(Locale.ROOT)).always("permissive", p.permissive())
          .texts("roles", p.roles().equals(List.of("public")) ? List.of("PUBLIC") : p.roles())
          .flag("using", p.using().isPresent())
          .flag("withCheck", p.withCheck().isPresent()));
      case CreateTrigger t -> done(s.name("name", t.name()).name("table", t.table()).text("timing", t.timing())
          .flag("constraint", t.constraint()).flag("replace", t.orReplace()));
      case CreateFunction f -> done(function(s, f));
      case Privileges p -> p.scope() == Privileges.Scope.OBJECTS ? done(privileges(s, p)) : Optional.empty();
      case DataStatement d -> data(s, d);
      case Transaction t -> done(s.text("kind", t.kind().name()));
      case SetVariable v -> done(s.text("name", v.name()).flag("local", v.local()).texts("args", v.values()));
      case Comment c -> done(s.text("objtype", kind(c.kind())).flag("empty", c.empty()));
      case CreateExtension e -> done(s.name("name", e.name()).flag("ifNotExists", e.ifNotExists()));
      case CreateSchema c -> done(s.name("name", c.name()).text("owner", c.owner())
          .flag("ifNotExists", c.ifNotExists()));
      case RefreshMaterializedView r -> done(s.name("name", r.name()).flag("concurrently", r.concurrently())
          .flag("noData", !r.withData()));
      case Truncate t -> done(s.objects("tables", t.tables()).flag("restartIdentity", t.restartIdentity())
          .flag("cascade", t.cascade()));
      case LockTable l -> done(s.objects("tables", l.tables()).text("mode", l.mode()).flag("nowait", l.nowait()));
      case Maintenance m -> m.kind() == Maintenance.Kind.VACUUM || m.kind() == Maintenance.Kind.ANALYZE
          ? done(s.flag("vacuum", m.kind() == Maintenance.Kind.VACUUM).objects("tables", m.objects()))
          : Optional.empty();
      case DoBlock d -> done(s.text("language", d.language()));
      default -> Optional.empty();
    };
  }

  private static Optional<ObjectNode> done(Signature signature) {
    return Optional.of(signature.node());
  }

  private static Signature index(Signature s, CreateIndex i) {
    return s.name("name", i.name()).name("table", i.table()).flag("unique", i.unique())
        .flag("concurrently", i.concurrently()).flag("ifNotExists", i.ifNotExists()).flag("only", i.only())
        .text("method", i.method()).nodes("columns", i.keys().stream().map(StatementSignature::key).toList())
        .names("include", i.include()).flag("where", i.predicate().isPresent())
        .flag("nullsNotDistinct", i.nullsNotDistinct()).texts("options", TableSignature.options(i.options()))
        .text("tablespace", i.tablespace());
  }

  private static ObjectNode key(IndexKey key) {
    return new Signature().text("name", TableSignature.key(key)).functions("funcs", key.expression())
        .text("collate", key.collation()).text("opclass", key.operatorClass()).text("sort", key.sort())
        .text("nulls", key.nulls()).node();
  }

  private static Signature drop(Signature s, Drop d) {
    List<String> names = d.targets().stream().map(t -> Signature.dotted(t.name()) + t.signature()
        .map(types -> "(" + String.join(",", types.stream().map(Signature::type).toList()) + ")").orElse("")).toList();
    return s.text("objtype", kind(d.kind())).texts("names", names)
        .objects("on", d.targets().stream().flatMap(t -> t.table().stream()).toList())
        .flag("concurrently", d.concurrently()).flag("cascade", d.cascade()).flag("ifExists", d.ifExists());
  }

  private static Signature rename(Signature s, Rename r) {
    boolean part = r.kind() == ObjectKind.COLUMN || r.kind() == ObjectKind.ATTRIBUTE;
    boolean object = switch (r.kind()) {
      case TYPE, FUNCTION, PROCEDURE, DOMAIN, SCHEMA -> true;
      default -> false;
    };
    return s.text("objtype", kind(r.kind())).text("relationType", part ? kind(r.holder()) : "")
        .name(object ? "object" : "relation", r.object()).name("to", r.to())
        .text("from", r.part().map(Identifier::name).orElse(r.object().name()))
        .flag("ifExists", r.ifExists()).flag("cascade", r.cascade());
  }

  private static Signature function(Signature s, CreateFunction f) {
    s.name("name", f.name()).flag("procedure", f.procedure()).flag("replace", f.orReplace())
        .text("returns", f.returns().map(Signature::type)).text("language", f.language())
        .flag("securityDefiner", f.securityDefiner())
        .text("volatility", f.volatility().map(v -> v.toLowerCase(Locale.ROOT))).flag("sqlBody", f.sqlBody())
        .texts("set", f.settings().stream().map(v -> v.name() + "=" + v.values()).toList());
    var arguments = s.node().putArray("args");
    f.arguments().stream().filter(a -> !a.mode().equals("TABLE")).map(a -> Signature.type(a.type()))
        .forEach(arguments::add);
    return s;
  }

  private static Signature privileges(Signature s, Privileges p) {
    List<String> privileges = p.privileges().stream()
        .map(word -> word.startsWith("ALL") ? "ALL" : word.toLowerCase(Locale.ROOT).replace(" ", "")).toList();
    return s.always("grant", p.grant()).text("objtype", kind(p.kind())).texts("privileges", privileges)
        .objects("objects", p.objects()).texts("grantees", p.grantees()).flag("grantOption", p.grantOption())
        .flag("cascade", p.cascade());
  }

  private static Optional<ObjectNode> data(Signature s, DataStatement d) {
    d.target().ifPresent(target -> s.name("table", target));
    return switch (d.kind()) {
      case INSERT -> done(s.names("columns", d.columns()));
      case UPDATE, DELETE -> done(s.names("columns", d.columns()).always("hasWhere", d.filtered()));
      case SELECT -> done(s.text("into", d.into().map(Signature::dotted)).flag("hasWhere", d.filtered()));
      default -> Optional.empty();
    };
  }
}
