package dev.ddlint.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.contrastsecurity.sarif.PropertyBag;
import dev.ddlint.rule.Category;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.rule.RulePage;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What GitHub ranks by severity as a security alert: what keeps rows with their tenants, and nothing else. */
class SarifRulesTest {

  @TestFactory
  List<DynamicTest> onlyTenantRulesHaveASeverity() {
    return RuleIndex.load().all().stream().map(rule -> DynamicTest.dynamicTest(rule.id(), () -> {
      PropertyBag bag = SarifRules.descriptor(RulePage.of(rule)).getProperties();
      boolean security = rule.category() == Category.TENANCY;
      Object severity = bag.getAdditionalProperties().get("security-severity");
      if (security) {
        assertThat(bag.getTags()).contains("security");
        assertThat(severity).isEqualTo(switch (rule.level()) {
          case ERROR -> "8.0";
          case WARNING -> "5.5";
          case NOTE -> "3.0";
        });
      } else {
        assertThat(severity).isNull();
      }
    })).toList();
  }
}
