package dev.ddlint.report;

import com.contrastsecurity.sarif.ArtifactChange;
import com.contrastsecurity.sarif.ArtifactContent;
import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.LogicalLocation;
import com.contrastsecurity.sarif.Message;
import com.contrastsecurity.sarif.PartialFingerprints;
import com.contrastsecurity.sarif.Replacement;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.Suppression;
import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Fix;
import dev.ddlint.finding.Silenced;
import dev.ddlint.finding.Silenced.Means;
import dev.ddlint.text.Edit;
import dev.ddlint.text.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Findings as SARIF's results. */
final class SarifResults {
  /** GitHub keeps no more. */
  private static final int MOST_RELATED = 100;

  private final Map<String, Integer> ruleIndex;
  private final Map<SourceFile, Map<Integer, String>> hashes = new IdentityHashMap<>();
  private final Map<String, Integer> fingerprints = new HashMap<>();

  SarifResults(Map<String, Integer> ruleIndex) {
    this.ruleIndex = ruleIndex;
  }

  Result result(Finding finding) {
    Result result = new Result();
    result.setRuleId(finding.rule());
    result.setRuleIndex(ruleIndex.get(finding.rule()));
    result.setLevel(Result.Level.fromValue(finding.level().word()));
    result.setKind(Result.Kind.FAIL);
    result.setMessage(message(PlainMessage.of(finding)));
    result.setLocations(List.of(primary(finding)));
    Set<Location> related = related(finding);
    if (!related.isEmpty()) {
      result.setRelatedLocations(related);
    }
    result.setPartialFingerprints(fingerprints(finding));
    Set<com.contrastsecurity.sarif.Fix> fixes = fixes(finding);
    if (!fixes.isEmpty()) {
      result.setFixes(fixes);
    }
    return result;
  }

  /** A finding that is not reported, with what silences it: viewers list it as closed. */
  Result result(Silenced silenced) {
    Suppression suppression = new Suppression();
    suppression.setKind(silenced.means() == Means.COMMENT ? Suppression.Kind.IN_SOURCE : Suppression.Kind.EXTERNAL);
    suppression.setStatus(Suppression.Status.ACCEPTED);
    suppression.setJustification(justification(silenced));
    silenced.place().ifPresent(comment -> suppression.setLocation(SarifPlaces.location(comment)));
    Result result = result(silenced.finding());
    result.setSuppressions(set(suppression));
    return result;
  }

  /** Something is always said: an empty text reads as if it had been lost. */
  private static String justification(Silenced silenced) {
    if (!silenced.reason().isEmpty()) {
      return SafeText.oneLine(silenced.reason());
    }
    return switch (silenced.means()) {
      case COMMENT -> "A comment silences it and gives no reason.";
      case CONFIGURATION -> "An entry of the configuration silences it and gives no reason.";
      case BASELINE -> "It is held back by the baseline.";
    };
  }

  static Message message(String text) {
    Message message = new Message();
    message.setText(PlainMessage.safe(text));
    return message;
  }

  private static Location primary(Finding finding) {
    Location location = SarifPlaces.location(finding.place());
    LogicalLocation logical = new LogicalLocation();
    String name = SafeText.oneLine(finding.object().name());
    logical.setName(name.substring(name.lastIndexOf('.') + 1));
    logical.setFullyQualifiedName(name);
    logical.setKind(finding.object().kind());
    location.setLogicalLocations(set(logical));
    return location;
  }

  private static Set<Location> related(Finding finding) {
    Set<Location> locations = new LinkedHashSet<>();
    for (Finding.Related related : finding.related().stream().limit(MOST_RELATED).toList()) {
      Location location = SarifPlaces.location(related.place());
      location.setMessage(message(SarifRules.sentence(related.message())));
      location.setId(locations.size() + 1);
      locations.add(location);
    }
    return locations;
  }

  /** Equal findings of one run get a counter, as GitHub's hashes do, so that none of them hides another. */
  private PartialFingerprints fingerprints(Finding finding) {
    PartialFingerprints partial = new PartialFingerprints();
    Map<Integer, String> lines = hashes.computeIfAbsent(finding.place().file(), file -> LineHashes.of(file.text()));
    String hash = lines.get(finding.place().start().line());
    if (hash != null) {
      partial.setAdditionalProperty("primaryLocationLineHash", hash);
    }
    int count = fingerprints.merge(finding.fingerprint(), 1, Integer::sum);
    partial.setAdditionalProperty("ddlint/v1", finding.fingerprint() + ":" + count);
    return partial;
  }

  private static Set<com.contrastsecurity.sarif.Fix> fixes(Finding finding) {
    Set<com.contrastsecurity.sarif.Fix> fixes = new LinkedHashSet<>();
    finding.fixes().stream().filter(fix -> !fix.edits().isEmpty()).forEach(fix -> fixes.add(fix(fix)));
    return fixes;
  }

  private static com.contrastsecurity.sarif.Fix fix(Fix fix) {
    Map<SourceFile, List<Replacement>> byFile = new LinkedHashMap<>();
    for (Edit edit : fix.edits()) {
      byFile.computeIfAbsent(edit.place().file(), file -> new ArrayList<>()).add(replacement(edit));
    }
    Set<ArtifactChange> changes = new LinkedHashSet<>();
    byFile.forEach((file, replacements) -> {
      ArtifactChange change = new ArtifactChange();
      change.setArtifactLocation(SarifPlaces.artifact(file.path()));
      change.setReplacements(replacements);
      changes.add(change);
    });
    com.contrastsecurity.sarif.Fix sarif = new com.contrastsecurity.sarif.Fix();
    sarif.setDescription(message(SarifRules.sentence(fix.description())));
    sarif.setArtifactChanges(changes);
    return sarif;
  }

  private static Replacement replacement(Edit edit) {
    ArtifactContent content = new ArtifactContent();
    content.setText(edit.replacement());
    Replacement replacement = new Replacement();
    replacement.setDeletedRegion(SarifPlaces.region(edit.place()));
    replacement.setInsertedContent(content);
    return replacement;
  }

  /** The SDK wants sets; objects are finished before they go in, since their hash is taken of all they hold. */
  static <T> Set<T> set(T one) {
    Set<T> set = new LinkedHashSet<>();
    set.add(one);
    return set;
  }
}
