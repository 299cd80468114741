package dev.ddlint.catalog;

import dev.ddlint.catalog.Change.Form;
import dev.ddlint.catalog.Column.Generation;
import dev.ddlint.ir.ColumnConstraint;
import dev.ddlint.ir.ColumnDefinition;
import dev.ddlint.ir.Expression;
import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.TableAction;
import dev.ddlint.ir.TypeName;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes columns from their definitions: types, defaults, the sequences behind serial and identity. */
final class ColumnFold {
  private final Draft draft;

  ColumnFold(Draft draft) {
    this.draft = draft;
  }

  /** Adds a column without its constraints; the sequence behind it is made too. */
  Column add(ObjectId id, ColumnDefinition definition) {
    Table table = draft.current(id);
    Column column = column(table, definition);
    List<Column> columns = new ArrayList<>(table.columns());
    columns.add(column);
    draft.put(table.withColumns(columns, table.nextColumn() + 1));
    boolean sequence = column.generation().isIdentity() || definition.type().filter(TypeName::isSerial).isPresent();
    if (sequence) {
      makeSequence(table, column, definition.span());
    }
    return column;
  }

  /** Adds a column, or says more of one that came from a parent. */
  void addOrAmend(ObjectId id, ColumnDefinition definition) {
    Optional<Column> inherited = draft.current(id).column(definition.name().name());
    if (inherited.isEmpty()) {
      add(id, definition);
      return;
    }
    Column old = inherited.get();
    Table table = draft.current(id);
    Column own = column(table, definition);
    boolean silent = own.defaultValue().isEmpty() && own.generation() == Generation.NONE;
    Column amended = new Column(old.number(), old.name(), old.type(), old.notNull() || own.notNull(),
        silent ? old.defaultValue() : own.defaultValue(), silent ? old.generation() : own.generation(),
        old.collation(), own.origin(), old.typed(),
        old.notNull() && !own.notNull() ? old.nullability() : own.nullability());
    draft.put(table.withColumn(old.number(), c -> amended));
    if (definition.type().filter(TypeName::isSerial).isPresent() || own.generation().isIdentity()) {
      makeSequence(table, amended, definition.span());
    }
  }

  /** Gives a table a column of LIKE, as its own; one that it has from a parent becomes its own, and gets what it lacks. */
  void copy(Column column, ObjectId to, Generation generation, Optional<Expression> value, Origin like) {
    Optional<Column> there = draft.current(to).column(column.name());
    if (there.isEmpty()) {
      add(column, to, generation, value, like, column.notNull() ? like : column.nullability());
      return;
    }
    Column old = there.get();
    Column own = new Column(old.number(), old.name(), old.type(), old.notNull() || column.notNull(),
        value.or(old::defaultValue), value.isPresent() ? generation : old.generation(), old.collation(), like,
        old.typed(), column.notNull() ? like : old.nullability());
    draft.put(draft.current(to).withColumn(old.number(), c -> own));
  }

  /** Gives a table a parent's column, unless it has one of that name. */
  private void copy(Column column, ObjectId to, Generation generation) {
    if (draft.current(to).column(column.name()).isEmpty()) {
      add(column, to, generation, column.defaultValue(), column.origin(), column.nullability());
    }
  }

  private void add(Column like, ObjectId to, Generation generation, Optional<Expression> value, Origin origin,
      Origin nullability) {
    Table table = draft.current(to);
    Column copy = new Column(table.nextColumn(), like.name(), like.type(), like.notNull(), value, generation,
        like.collation(), origin, like.typed(), nullability);
    draft.put(table.withColumns(ConstraintFold.plus(table.columns(), copy), table.nextColumn() + 1));
  }

  /** Gives a table a parent's column: what it has of another parent is NOT NULL, or has a default, where one says so. */
  void inherit(Column column, ObjectId to, Generation generation) {
    Table table = draft.current(to);
    Optional<Column> there = table.column(column.name());
    if (there.isEmpty()) {
      copy(column, to, generation);
      return;
    }
    Column old = there.get();
    Column merged = old.notNull() || !column.notNull() ? old : old.withNotNull(true, column.nullability());
    draft.put(table.withColumn(old.number(), c -> merged.withDefault(old.defaultValue().or(column::defaultValue))));
  }

  /** The column of a name; in a table that is not known whole it must have been there. */
  Optional<Column> known(Table table, Identifier name) {
    boolean there = table.column(name.name()).isPresent() || table.isComplete();
    return (there ? draft.current(table) : mention(table, name)).column(name.name());
  }

  /** A column of a table that is not known whole: it must have been there. */
  Table mention(Table table, Identifier name) {
    Origin origin = new Origin(draft.origin(name.span()).place(), Origin.BEFORE_HISTORY);
    Column column = new Column(table.nextColumn(), name.name(), Optional.empty(), false, Optional.empty(),
        Generation.NONE,
        Optional.empty(), origin, origin, origin);
    List<Column> columns = new ArrayList<>(table.columns());
    columns.add(column);
    Table longer = table.withColumns(columns, table.nextColumn() + 1);
    draft.put(longer);
    return longer;
  }

  private Column column(Table table, ColumnDefinition definition) {
    Optional<TypeName> written = definition.type();
    boolean serial = written.filter(TypeName::isSerial).isPresent();
    boolean notNull = serial;
    Origin origin = draft.origin(definition.span());
    Origin nullability = origin;
    Optional<Expression> value = serial ? Optional.of(nextval(table, definition)) : Optional.empty();
    Generation generation = Generation.NONE;
    for (ColumnConstraint constraint : definition.constraints()) {
      switch (constraint) {
        case ColumnConstraint.NotNull c -> {
          notNull = true;
          nullability = draft.origin(c.span());
        }
        case ColumnConstraint.Unique c -> notNull |= c.primary();
        case ColumnConstraint.Default c -> value = stored(c.value(), written.map(this::type));
        case ColumnConstraint.Identity c -> {
          generation = c.always() ? Generation.IDENTITY_ALWAYS : Generation.IDENTITY_BY_DEFAULT;
          notNull = true;
        }
        case ColumnConstraint.Generated c -> {
          generation = c.stored() ? Generation.STORED : Generation.VIRTUAL;
          value = Optional.of(c.value());
        }
        case ColumnConstraint.Null c -> {
        }
        case ColumnConstraint.Check c -> {
        }
        case ColumnConstraint.References c -> {
        }
      }
    }
    return new Column(table.nextColumn(), definition.name().name(), written.map(this::type), notNull, value, generation,
        definition.collation(), origin, written.map(type -> draft.origin(type.span())).orElse(origin), nullability);
  }

  /** The type that a name stands for here; serial notations are integers. */
  DataType type(TypeName written) {
    if (written.isSerial()) {
      String integer = switch (written.name()) {
        case "bigserial", "serial8" -> "int8";
        case "smallserial", "serial2" -> "int2";
        default -> "int4";
      };
      return DataType
          .of(new TypeName(Optional.empty(), integer, List.of(), 0, false, Optional.empty(), written.span()));
    }
    Optional<UserType> user = draft.type(new ObjectName(written.schema(), written.name(), written.span()));
    return new DataType(written, user.map(UserType::id));
  }

  private Expression nextval(Table table, ColumnDefinition definition) {
    return Defaults.nextval(table.schema(), sequenceName(table, definition.name().name()), definition.span());
  }

  Optional<Expression> stored(Expression value, Optional<DataType> type) {
    boolean domain = type.flatMap(draft.catalog()::type).filter(t -> t.kind() == UserType.Kind.DOMAIN).isPresent();
    return Defaults.stored(value, type, domain);
  }

  private String sequenceName(Table table, String column) {
    return GeneratedNames.choose(table.name(), column, "seq", name -> draft.isTaken(table.schema(), name));
  }

  void makeSequence(Table table, Column column, Span span) {
    draft.put(new Sequence(draft.newId(), table.schema(), sequenceName(table, column.name()),
        Optional.of(new Sequence.Owner(table.id(), column.number())), draft.origin(span)));
  }

  void dropSequences(Table table, int column) {
    draft.catalog().sequencesOf(table).stream()
        .filter(s -> s.owner().filter(owner -> owner.column() == column).isPresent())
        .forEach(draft.contents()::remove);
  }

  /** Adds a column with its constraints, as ALTER TABLE does it; heirs get the column first. */
  void addWithConstraints(Table before, TableAction.AddColumn action, boolean only) {
    Column column = add(before.id(), action.column());
    if (!only) {
      addToHeirs(before, column);
      if (column.notNull()) {
        new NotNullFold(draft).spread(before, column.name(), column.nullability());
      }
    }
    draft.add(new Change.ColumnAdded(before, column, Optional.of(action), action.span()));
    new ConstraintFold(draft).addAll(before.id(), List.of(action.column()), List.of(), Form.ADD_COLUMN);
  }

  private void addToHeirs(Table table, Column column) {
    for (Table heir : draft.catalog().heirs(table)) {
      boolean own = column.generation().isIdentity() && table.kind() != Table.Kind.PARTITIONED;
      copy(column, heir.id(), own ? Generation.NONE : column.generation());
      addToHeirs(draft.current(heir), column);
    }
  }

  /**
   * The numbers of columns named; those that the table is not known to have are added to a table that is not known
   * whole, and left out elsewhere: the server would refuse the statement.
   */
  List<Integer> numbers(Table table, List<Identifier> names) {
    List<Integer> numbers = new ArrayList<>();
    Table current = draft.current(table);
    for (Identifier name : names) {
      Optional<Column> column = current.column(name.name());
      if (column.isEmpty() && !current.isComplete()) {
        current = mention(current, name);
        column = current.column(name.name());
      }
      column.ifPresent(c -> numbers.add(c.number()));
    }
    return List.copyOf(numbers);
  }
}
