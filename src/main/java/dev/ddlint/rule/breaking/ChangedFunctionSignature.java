package dev.ddlint.rule.breaking;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Function;
import dev.ddlint.finding.Advice;
import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.ObjectKind;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Subject;
import dev.ddlint.rule.TakesIn;
import dev.ddlint.text.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A function comes back with other arguments or another result: running calls do not fit it. */
@Rule("changed-function-signature")
@Concerns(Effect.CLIENT_BREAK)
@TakesIn("drop-object")
public final class ChangedFunctionSignature implements ChangeRule<Change.FunctionCreated> {

  @Override
  public void check(Change.FunctionCreated created, Context at, Findings findings) {
    Function function = created.function();
    List<Function> old = at.day().before().catalog().functions().values().stream()
        .filter(f -> f.name().equals(function.name()) && f.schema().equals(function.schema())).toList();
    boolean trigger = function.definition().returns().filter(t -> t.name().endsWith("trigger")).isPresent();
    Optional<Function> replaced = old.stream().filter(f -> isGone(f, at) || isResultChanged(f, function)).findFirst();
    boolean fits = old.stream().anyMatch(f -> f.signature().equals(function.signature()) && sameResult(f, function));
    if (trigger || replaced.isEmpty() || fits) {
      return;
    }
    Findings.Report report = findings.report(function.definition().name().span())
        .about(Subject.other("function", function.schema(), function.name()))
        .says("running code calls `%s` as it was: other arguments or another result break it",
            replaced.get().signature())
        .related(replaced.get().origin().place(), "`%s` was made here", replaced.get().signature());
    at.earlier().stream().filter(change -> change instanceof Change.ObjectDropped dropped
        && dropped.kind() == ObjectKind.FUNCTION && dropped.name().endsWith(function.name()))
        .forEach(change -> report.related(new Place(at.file(), change.span()), "the old one goes here"));
    report.instead(new Advice(Advice.Kind.NONE, List.of(
        new Advice.Step("first", List.of("-- make the new one beside the old one, under another name or with more"
            + " arguments, and deploy code that calls it")),
        new Advice.Step("then", List.of("-- drop the old one")))));
  }

  private static boolean isGone(Function old, Context at) {
    return at.day().after().catalog().functions().values().stream()
        .noneMatch(f -> f.schema().equals(old.schema()) && f.signature().equals(old.signature()));
  }

  private static boolean isResultChanged(Function old, Function now) {
    return old.signature().equals(now.signature()) && !sameResult(old, now);
  }

  private static boolean sameResult(Function a, Function b) {
    return result(a).equals(result(b));
  }

  private static List<String> result(Function function) {
    List<String> parts = new ArrayList<>();
    function.definition().returns().ifPresent(type -> parts.add(type.name() + type.dimensions() + type.setOf()));
    function.definition().arguments().stream().filter(a -> !a.mode().equals("IN") && !a.mode().equals("VARIADIC"))
        .forEach(a -> parts.add(a.name().map(Identifier::name).orElse("") + " " + a.type().name()));
    return parts;
  }
}
