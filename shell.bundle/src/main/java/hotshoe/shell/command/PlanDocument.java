package hotshoe.shell.command;

import hotshoe.extension.InstalledVersion;
import hotshoe.extension.Plan;
import hotshoe.problem.Problem;
import java.util.LinkedHashMap;
import java.util.Map;

/** Plans and versions for programs. What stands here stays; more may come. */
final class PlanDocument {

  private PlanDocument() {}

  static Map<String, Object> of(Plan plan) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("source", plan.source());
    document.put("digest", plan.digest().orElse(null));
    document.put("possible", plan.isPossible());
    document.put("steps", plan.steps().stream().map(PlanDocument::step).toList());
    document.put("problems", plan.problems().stream().map(PlanDocument::problem).toList());
    return document;
  }

  private static Map<String, Object> step(Plan.Step step) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("action", step.action().name());
    document.put("extension", step.extension().value());
    document.put("sentence", step.sentence());
    return document;
  }

  private static Map<String, Object> problem(Problem problem) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("severity", problem.severity().name());
    document.put("code", problem.code());
    document.put("what", problem.what());
    document.put("where", problem.where());
    document.put("why", problem.why());
    document.put("advice", problem.advice());
    return document;
  }

  static Map<String, Object> of(InstalledVersion version) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("version", version.version().toString());
    document.put("current", version.current());
    document.put("digest", version.digest());
    document.put("size", version.size());
    document.put("installed", version.installed().toString());
    document.put("origin", version.provenance().origin());
    document.put("resolved", version.provenance().resolved());
    document.put("commit", version.provenance().commit().orElse(null));
    document.put("signer", version.provenance().signer().orElse(null));
    document.put("fetched", version.provenance().fetched().toString());
    return document;
  }
}
