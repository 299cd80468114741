package dev.ddlint.parse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ddlint.ir.TableAction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The oracle's signature of one action of ALTER TABLE. */
final class ActionSignature {
  private ActionSignature() {}

  static ObjectNode action(TableAction action) {
    return switch (action) {
      case TableAction.AddColumn a -> tag("AT_AddColumn").flag("missingOk", a.ifNotExists())
          .child("column", Optional.of(TableSignature.column(a.column()))).node();
      case TableAction.DropColumn a -> tag("AT_DropColumn").name("name", a.column()).flag("missingOk", a.ifExists())
          .flag("cascade", a.cascade()).node();
      case TableAction.ChangeType a -> tag("AT_AlterColumnType").name("name", a.column()).type("type", a.type())
          .flag("using", a.using().isPresent()).text("collate", a.collation()).node();
      case TableAction.SetDefault a -> tag("AT_ColumnDefault").name("name", a.column()).text("default", "set")
          .flag("defaultNull", a.value().isNull()).functions("defaultFuncs", Optional.of(a.value())).node();
      case TableAction.DropDefault a -> tag("AT_ColumnDefault").name("name", a.column()).text("default", "drop").node();
      case TableAction.SetNotNull a -> tag("AT_SetNotNull").name("name", a.column()).node();
      case TableAction.DropNotNull a -> tag("AT_DropNotNull").name("name", a.column()).node();
      case TableAction.AddIdentity a -> tag("AT_AddIdentity").name("name", a.column())
          .text("identity", a.always() ? "always" : "by default").node();
      case TableAction.SetIdentity a -> tag("AT_SetIdentity").name("name", a.column()).node();
      case TableAction.DropIdentity a ->
        tag("AT_DropIdentity").name("name", a.column()).flag("missingOk", a.ifExists()).node();
      case TableAction.SetExpression a -> tag("AT_SetExpression").name("name", a.column()).flag("expr", true).node();
      case TableAction.DropExpression a ->
        tag("AT_DropExpression").name("name", a.column()).flag("missingOk", a.ifExists()).node();
      case TableAction.SetColumnSetting a -> tag("AT_Set" + capital(a.setting())).name("name", a.column()).node();
      case TableAction.AddConstraint a ->
        tag("AT_AddConstraint").child("constraint", Optional.of(TableSignature.constraint(a.constraint()))).node();
      case TableAction.DropConstraint a -> tag("AT_DropConstraint").name("name", a.constraint())
          .flag("missingOk", a.ifExists()).flag("cascade", a.cascade()).node();
      case TableAction.ValidateConstraint a -> tag("AT_ValidateConstraint").name("name", a.constraint()).node();
      case TableAction.AlterConstraint a -> tag("AT_AlterConstraint").name("name", a.constraint())
          .flag("alterDeferrability", a.deferral().isPresent())
          .flag("deferrable", a.deferral().isPresent() && a.deferral().get().deferrable())
          .flag("initiallyDeferred", a.deferral().isPresent() && a.deferral().get().initiallyDeferred())
          .flag("alterEnforceability", a.enforced().isPresent()).text("enforced", a.enforced().map(String::valueOf))
          .node();
      case TableAction.AttachPartition a -> tag("AT_AttachPartition").name("partition", a.partition())
          .text("bound", a.bound().map(TableSignature::bound)).node();
      case TableAction.DetachPartition a -> tag("AT_DetachPartition" + (a.finish() ? "Finalize" : ""))
          .name("partition", a.partition()).flag("concurrently", a.concurrently()).node();
      case TableAction.RowSecurity a -> tag(switch (a.what()) {
        case ENABLE -> "AT_EnableRowSecurity";
        case DISABLE -> "AT_DisableRowSecurity";
        case FORCE -> "AT_ForceRowSecurity";
        case NO_FORCE -> "AT_NoForceRowSecurity";
      }).node();
      case TableAction.SwitchTrigger a -> switchTrigger(a);
      case TableAction.Inherit a ->
        tag(a.no() ? "AT_DropInherit" : "AT_AddInherit").name("relation", a.parent()).node();
      case TableAction.OfType a -> tag(a.type().isPresent() ? "AT_AddOf" : "AT_DropOf").node();
      case TableAction.OwnerTo a -> tag("AT_ChangeOwner").text("owner", a.role()).node();
      case TableAction.SetOptions a -> tag(a.reset() ? "AT_ResetRelOptions" : "AT_SetRelOptions")
          .texts("value", TableSignature.options(a.options())).node();
      case TableAction.SetLogged a -> tag(a.logged() ? "AT_SetLogged" : "AT_SetUnLogged").node();
      case TableAction.SetTablespace a -> tag("AT_SetTableSpace").text("name", a.tablespace()).node();
      case TableAction.SetAccessMethod a -> tag("AT_SetAccessMethod").text("name", a.method()).node();
      case TableAction.ClusterOn a ->
        tag(a.index().isPresent() ? "AT_ClusterOn" : "AT_DropCluster").name("name", a.index()).node();
      case TableAction.ReplicaIdentity a -> replicaIdentity(a);
    };
  }

  private static Signature tag(String tag) {
    return new Signature().text("action", tag);
  }

  private static String capital(String word) {
    return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
  }

  private static ObjectNode switchTrigger(TableAction.SwitchTrigger a) {
    boolean all = a.all() && !a.rule();
    String mode = List.of(a.mode().split(" ")).stream().map(ActionSignature::capital).reduce("", String::concat);
    String what = a.rule() ? "Rule" : "Trig";
    return tag("AT_" + mode + what + (all ? capital(a.trigger()) : "")).text("name", all ? "" : a.trigger()).node();
  }

  private static ObjectNode replicaIdentity(TableAction.ReplicaIdentity a) {
    String[] words = a.identity().split(" ", 2);
    return tag("AT_ReplicaIdentity").text("replicaIdentity", words[0].toLowerCase(Locale.ROOT))
        .text("name", words.length > 1 ? words[1] : "").node();
  }
}
