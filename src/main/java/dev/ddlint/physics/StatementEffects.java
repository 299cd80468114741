package dev.ddlint.physics;

import static dev.ddlint.physics.LockMode.ACCESS_EXCLUSIVE;
import static dev.ddlint.physics.LockMode.ACCESS_SHARE;
import static dev.ddlint.physics.LockMode.SHARE;
import static dev.ddlint.physics.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.ddlint.ir.AlterPolicy;
import dev.ddlint.ir.AlterSequence;
import dev.ddlint.ir.AlterTable;
import dev.ddlint.ir.Comment;
import dev.ddlint.ir.CreateFunction;
import dev.ddlint.ir.CreateIndex;
import dev.ddlint.ir.CreateSequence;
import dev.ddlint.ir.CreateTable;
import dev.ddlint.ir.CreateTableAs;
import dev.ddlint.ir.CreateTrigger;
import dev.ddlint.ir.CreateView;
import dev.ddlint.ir.DataStatement;
import dev.ddlint.ir.DoBlock;
import dev.ddlint.ir.Drop;
import dev.ddlint.ir.Maintenance;
import dev.ddlint.ir.ObjectKind;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.OtherStatement;
import dev.ddlint.ir.Rename;
import dev.ddlint.ir.SequenceOption;
import dev.ddlint.ir.Statement;
import dev.ddlint.ir.TableAction;
import dev.ddlint.physics.Words.Word;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a statement does that no change to the catalog shows: comments, renamed parts, what a query reads. */
final class StatementEffects {
  private final Moment moment;

  StatementEffects(Moment moment) {
    this.moment = moment;
  }

  Effects own() {
    Tally tally = new Tally(moment, "physics: comment_*, rename_*, create_view");
    add(tally, moment.statement());
    return tally.effects();
  }

  private void add(Tally tally, Statement statement) {
    switch (statement) {
      case Comment comment -> comment(tally, comment);
      case Rename rename -> rename(tally, rename);
      case AlterPolicy policy -> {
        AccessEffects.subqueries(tally, moment, policy.using(), policy.withCheck());
        moment.resolve(policy.table()).ifPresent(table -> tally.lock(ACCESS_EXCLUSIVE, table));
      }
      case AlterTable alter -> alter(tally, alter);
      case CreateTable create -> new PartitionEffects(moment).created(tally, create);
      case CreateTableAs create -> new DataEffects(moment).filled(tally, create.query().text(), create.withData());
      case CreateView view -> view(tally, view);
      case CreateIndex index -> moment.resolve(index.table())
          .ifPresent(table -> tally.lock(index.concurrently() ? SHARE_UPDATE_EXCLUSIVE : SHARE, table));
      case CreateSequence sequence -> owner(tally, sequence.options());
      case AlterSequence sequence -> owner(tally, sequence.options());
      case CreateFunction function -> body(tally, function);
      case CreateTrigger trigger -> new OtherEffects(moment).trigger(tally, trigger);
      case OtherStatement other -> new OtherEffects(moment).of(tally, other);
      case DataStatement data -> select(tally, data);
      case Drop drop -> drop(tally, drop);
      case Maintenance maintenance -> new IndexEffects(moment).everywhere(tally, maintenance);
      case DoBlock block -> block.statements().stream()
          .filter(embedded -> embedded.condition() != DoBlock.Condition.HANDLER)
          .forEach(embedded -> tally.add(new StatementEffects(moment.inside(embedded.statement())).own()));
      default -> {
      }
    }
  }

  /** The locks that actions take even where they find nothing to do, as IF NOT EXISTS may. */
  private void alter(Tally tally, AlterTable alter) {
    boolean relation = switch (alter.kind()) {
      case INDEX, SEQUENCE, TYPE -> false;
      default -> true;
    };
    if (alter.kind() == ObjectKind.TYPE) {
      new TypedTables(moment).follow(tally, alter);
    }
    if (alter.kind() == ObjectKind.INDEX) {
      attachedIndex(tally, alter);
    }
    moment.resolve(alter.name()).filter(table -> relation).ifPresent(table -> {
      for (TableAction action : alter.actions()) {
        new SettingEffects(moment).lock(tally, action, table);
        if (action instanceof TableAction.Inherit inherit) {
          LockMode mode = inherit.no() ? ACCESS_SHARE : SHARE_UPDATE_EXCLUSIVE;
          moment.resolve(inherit.parent()).ifPresent(parent -> tally.lock(mode, parent));
        }
      }
    });
  }

  private void owner(Tally tally, List<SequenceOption> options) {
    for (SequenceOption option : options) {
      if (option.name().equals("owned by")) {
        List<String> path = path(Words.of(option.value()));
        lock(tally, ACCESS_SHARE, path.subList(0, Math.max(0, path.size() - 1)));
      }
    }
  }

  /** The body of a function in SQL is checked at once. */
  private void body(Tally tally, CreateFunction function) {
    boolean checked = function.sqlBody() || function.language().filter(l -> l.equalsIgnoreCase("sql")).isPresent();
    function.body().filter(body -> checked)
        .ifPresent(body -> tally.lock(ACCESS_SHARE, RelationsRead.in(body.text(), moment)));
  }

  /** Joining an index to its parent's looks at both tables. */
  private void attachedIndex(Tally tally, AlterTable alter) {
    for (TableAction action : alter.actions()) {
      if (action instanceof TableAction.AttachPartition attach) {
        Stream.of(alter.name(), attach.partition()).flatMap(name -> moment.tableOfIndex(name).stream())
            .forEach(table -> tally.lock(ACCESS_SHARE, table));
      }
    }
  }

  private void rename(Tally tally, Rename rename) {
    if (rename.kind() == ObjectKind.ATTRIBUTE) {
      new TypedTables(moment).renamed(tally, rename);
    }
    boolean partOfTable = switch (rename.kind()) {
      case CONSTRAINT, TRIGGER, POLICY, RULE -> rename.holder() != ObjectKind.DOMAIN;
      default -> false;
    };
    moment.resolve(rename.object()).filter(table -> partOfTable)
        .ifPresent(table -> tally.lock(ACCESS_EXCLUSIVE, table));
  }

  private void view(Tally tally, CreateView view) {
    moment.resolve(view.name()).ifPresent(old -> tally.lock(ACCESS_EXCLUSIVE, old));
    tally.lock(ACCESS_SHARE, RelationsRead.in(view.query().text(), moment));
  }

  private void select(Tally tally, DataStatement data) {
    if (data.into().isPresent()) {
      new DataEffects(moment).filled(tally, data.text().text(), true);
    } else if (!data.writes()) {
      tally.lock(ACCESS_SHARE, RelationsRead.inWithViews(data.text().text(), moment)).touchRows();
      data.target().flatMap(moment::resolve).ifPresent(table -> tally.lock(ACCESS_SHARE, table));
    }
  }

  private void drop(Tally tally, Drop drop) {
    switch (drop.kind()) {
      case VIEW, MATERIALIZED_VIEW -> new DropEffects(moment).viewsOf(tally, drop);
      case RULE, POLICY, TRIGGER -> drop.targets().forEach(target -> target.table().flatMap(moment::resolve)
          .filter(
              table -> !drop.ifExists() || new DropEffects(moment).mayHold(table, drop.kind(), target.name().name()))
          .ifPresent(table -> tally.lock(ACCESS_EXCLUSIVE, table)));
      case SEQUENCE, FUNCTION, PROCEDURE, SCHEMA -> new DropEffects(moment).cascaded(tally, drop);
      default -> {
      }
    }
  }

  private void comment(Tally tally, Comment comment) {
    List<Word> words = Words.of(comment.target());
    switch (comment.kind()) {
      case TABLE, VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE -> lock(tally, SHARE_UPDATE_EXCLUSIVE, path(words));
      case COLUMN -> {
        List<String> path = path(words);
        lock(tally, SHARE_UPDATE_EXCLUSIVE, path.subList(0, Math.max(0, path.size() - 1)));
      }
      case CONSTRAINT, TRIGGER, POLICY, RULE -> {
        int on = 0;
        while (on < words.size() && !words.get(on).is("on")) {
          on++;
        }
        lock(tally, ACCESS_SHARE, path(words.subList(Math.min(on + 1, words.size()), words.size())));
      }
      default -> {
      }
    }
  }

  private static List<String> path(List<Word> words) {
    List<String> path = new ArrayList<>();
    words.stream().filter(Word::isName).map(Word::text).forEach(path::add);
    return path;
  }

  private void lock(Tally tally, LockMode mode, List<String> path) {
    int last = path.size() - 1;
    if (last >= 0) {
      Optional<String> schema = last > 0 ? Optional.of(path.get(last - 1)) : Optional.empty();
      moment.resolve(new ObjectName(schema, path.get(last), Span.NONE))
          .ifPresent(relation -> tally.lock(mode, relation));
    }
  }
}
