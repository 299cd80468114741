package dev.ddlint.report;

import com.contrastsecurity.sarif.ArtifactLocation;
import com.contrastsecurity.sarif.Invocation;
import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.Notification;
import com.contrastsecurity.sarif.OriginalUriBaseIds;
import com.contrastsecurity.sarif.ReportingConfiguration;
import com.contrastsecurity.sarif.ReportingDescriptor;
import com.contrastsecurity.sarif.ReportingDescriptorReference;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.RunAutomationDetails;
import com.contrastsecurity.sarif.SarifSchema210;
import com.contrastsecurity.sarif.Tool;
import com.contrastsecurity.sarif.ToolComponent;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Silenced;
import dev.ddlint.report.Run.Problem;
import dev.ddlint.report.Run.Reported;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.rule.RulePage;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** SARIF 2.1.0 as GitHub's code scanning reads it. Loads some nine hundred classes: touched only when asked for. */
public final class SarifReport {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
  /** The file is refused above. */
  private static final int MOST_RESULTS = 25_000;
  /** No more are shown. */
  private static final int SHOWN_RESULTS = 5_000;

  /** The SDK leaves out what is a default, such as `warning`; a result without a level takes that of its rule. */
  private interface LevelAlways {
    @JsonInclude(JsonInclude.Include.ALWAYS)
    Object getLevel();
  }

  private final Run run;
  private final List<Finding> findings;
  /** Behind the others, so that they take no place from them. */
  private final List<Silenced> silenced;

  public SarifReport(Run run) {
    this.run = run;
    this.findings = run.findings().stream().sorted(Run.BY_LEVEL).limit(MOST_RESULTS).map(Reported::finding).toList();
    this.silenced = run.silenced().stream().limit(MOST_RESULTS - findings.size()).toList();
  }

  /** What people must know of this report and cannot see in it. */
  public Optional<String> notice() {
    int all = run.findings().size();
    return all <= SHOWN_RESULTS
        ? Optional.empty()
        : Optional.of("GitHub shows " + SHOWN_RESULTS + " results of a report, " + (all - SHOWN_RESULTS) + " of " + all
            + " will not be shown; `ddlint baseline` holds back those of today; or check fewer paths at a time, or turn rules down in "
            + "ddlint.yaml");
  }

  /** The whole file. */
  public String render() {
    SarifSchema210 sarif = new SarifSchema210();
    sarif.set$schema(URI.create(SCHEMA));
    sarif.setVersion(SarifSchema210.Version._2_1_0);
    sarif.setRuns(List.of(sarifRun()));
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    JsonMapper mapper = JsonMapper.builder().addMixIn(Result.class, LevelAlways.class)
        .addMixIn(ReportingConfiguration.class, LevelAlways.class).addMixIn(Notification.class, LevelAlways.class)
        .build();
    try {
      return mapper.writer(printer).writeValueAsString(sarif) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a SARIF report cannot be written", e);
    }
  }

  private com.contrastsecurity.sarif.Run sarifRun() {
    Map<String, Integer> ruleIndex = new LinkedHashMap<>();
    Set<ReportingDescriptor> rules = rules(ruleIndex);
    SarifResults results = new SarifResults(ruleIndex);
    List<Result> written = Stream.concat(findings.stream().map(results::result), silenced.stream().map(results::result))
        .toList();
    com.contrastsecurity.sarif.Run sarif = new com.contrastsecurity.sarif.Run();
    sarif.setTool(tool(rules));
    sarif.setAutomationDetails(automation());
    sarif.setOriginalUriBaseIds(root());
    sarif.setColumnKind(com.contrastsecurity.sarif.Run.ColumnKind.UTF_16_CODE_UNITS);
    sarif.setInvocations(List.of(invocation()));
    sarif.setResults(written);
    return sarif;
  }

  private Set<ReportingDescriptor> rules(Map<String, Integer> ruleIndex) {
    Set<ReportingDescriptor> rules = new LinkedHashSet<>();
    for (String id : new TreeSet<>(all().map(Finding::rule).toList())) {
      RuleIndex.Entry entry = run.rules().byId(id)
          .orElseThrow(() -> new IllegalStateException("a finding of the unknown rule " + id));
      ruleIndex.put(id, rules.size());
      rules.add(SarifRules.descriptor(RulePage.of(entry)));
    }
    return rules;
  }

  private Stream<Finding> all() {
    return Stream.concat(findings.stream(), silenced.stream().map(Silenced::finding));
  }

  private static Tool tool(Set<ReportingDescriptor> rules) {
    ToolComponent driver = new ToolComponent();
    driver.setName(Product.NAME);
    driver.setSemanticVersion(Product.version());
    driver.setVersion(Product.version());
    driver.setInformationUri(URI.create(Product.address()));
    driver.setRules(rules);
    Tool tool = new Tool();
    tool.setDriver(driver);
    return tool;
  }

  /** The id ends in a slash: it names a category of analyses, and GitHub replaces the last upload of the same. */
  private RunAutomationDetails automation() {
    String folder = SarifPlaces.encoded(run.folder()).replaceAll("^(\\.?/)+|/+$|^\\.$", "");
    RunAutomationDetails details = new RunAutomationDetails();
    details.setId(Product.NAME + "/" + (folder.isEmpty() ? "" : folder + "/"));
    return details;
  }

  /** Without an address: that of the machine says nothing to readers elsewhere. */
  private static OriginalUriBaseIds root() {
    ArtifactLocation location = new ArtifactLocation();
    location.setDescription(SarifResults.message("The root of the repository."));
    OriginalUriBaseIds bases = new OriginalUriBaseIds();
    bases.setAdditionalProperty(SarifPlaces.ROOT, location);
    return bases;
  }

  private Invocation invocation() {
    Invocation invocation = new Invocation();
    invocation.setExecutionSuccessful(!run.unreadable());
    List<Notification> notifications = new ArrayList<>();
    run.problems().forEach(problem -> notifications.add(notification(problem)));
    invocation.setToolExecutionNotifications(notifications);
    return invocation;
  }

  private static Notification notification(Problem problem) {
    boolean unreadable = problem.kind() == Problem.Kind.UNREADABLE_FILE;
    ReportingDescriptorReference descriptor = new ReportingDescriptorReference();
    descriptor.setId(unreadable ? "unreadable-file" : "unparsed-statement");
    Location location = problem.place().map(SarifPlaces::location)
        .orElseGet(() -> SarifPlaces.location(problem.path()));
    Notification notification = new Notification();
    notification.setDescriptor(descriptor);
    notification.setLevel(unreadable ? Notification.Level.ERROR : Notification.Level.WARNING);
    notification.setMessage(SarifResults.message(SarifRules.stopped(problem.message())));
    notification.setLocations(SarifResults.set(location));
    return notification;
  }
}
