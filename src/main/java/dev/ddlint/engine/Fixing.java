package dev.ddlint.engine;

import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Fix;
import dev.ddlint.text.Edit;
import dev.ddlint.text.Order;
import dev.ddlint.text.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the fixes of a run make of the files that may still be edited.
 *
 * @param files those that change, by path
 * @param waiting the findings whose fix touches the place of an earlier one: the next run can apply it
 */
public record Fixing(List<Fixed> files, List<Finding> waiting) {

  /** Nothing is edited. */
  public static final Fixing NONE = new Fixing(List.of(), List.of());

  /**
   * A file that changes.
   *
   * @param before as the run read it
   * @param after its text with the edits
   * @param findings those that the edits remove, in order
   */
  public record Fixed(SourceFile before, String after, List<Finding> findings) {}

  /** The first fix of each finding, in the order of the findings; of two that overlap the first wins. */
  public static Fixing of(Result result) {
    Map<String, Draft> drafts = new TreeMap<>();
    List<Finding> waiting = new ArrayList<>();
    for (Finding finding : result.findings()) {
      if (finding.fixes().isEmpty() || !isAllowed(finding.fixes().get(0), result.editable())) {
        continue;
      }
      List<Edit> edits = finding.fixes().get(0).edits();
      SourceFile file = edits.get(0).place().file();
      Draft draft = drafts.computeIfAbsent(file.path(), path -> new Draft(file));
      if (!draft.add(finding, edits)) {
        waiting.add(finding);
      }
    }
    return new Fixing(drafts.values().stream().map(Draft::fixed).toList(), List.copyOf(waiting));
  }

  /** A published file is never edited, and a fix is of one file, so that it is written as a whole. */
  private static boolean isAllowed(Fix fix, Set<String> editable) {
    return fix.edits().stream().map(edit -> edit.place().file().path()).distinct().count() == 1
        && editable.contains(fix.edits().get(0).place().file().path());
  }

  public int count() {
    return files.stream().mapToInt(file -> file.findings().size()).sum();
  }

  /** A file's edits while they are gathered. */
  private static final class Draft {
    private static final Comparator<Edit> LAST_FIRST = Order.by((Edit edit) -> edit.place().span())
        .reversed();

    private final SourceFile file;
    private final List<Edit> taken = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    Draft(SourceFile file) {
      this.file = file;
    }

    /** Takes all edits of a finding or none; an edit that is there already is made once. */
    boolean add(Finding finding, List<Edit> edits) {
      List<Edit> more = edits.stream().filter(edit -> taken.stream().noneMatch(other -> isSame(edit, other))).toList();
      if (more.stream().anyMatch(edit -> taken.stream().anyMatch(edit::touches))) {
        return false;
      }
      taken.addAll(more);
      findings.add(finding);
      return true;
    }

    private static boolean isSame(Edit one, Edit other) {
      return one.place().span().equals(other.place().span()) && one.replacement().equals(other.replacement());
    }

    Fixed fixed() {
      StringBuilder text = new StringBuilder(file.text());
      taken.stream().sorted(LAST_FIRST).forEach(
          edit -> text.replace(edit.place().span().start(), edit.place().span().end(), edit.replacement()));
      return new Fixed(file, text.toString(), List.copyOf(findings));
    }
  }
}
