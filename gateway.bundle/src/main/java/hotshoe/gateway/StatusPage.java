package hotshoe.gateway;

import com.google.gson.stream.JsonWriter;
import hotshoe.extension.Extension;
import hotshoe.problem.Problem;
import hotshoe.slice.FeatureReport;
import hotshoe.slice.SliceReport;
import hotshoe.status.HostStatus;
import hotshoe.status.SliceStatus;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The status of the host as JSON (row INM-34). Leaves out where archives came from and where
 * problems lie, because these are paths.
 */
final class StatusPage {

  private final JsonWriter json;

  StatusPage(JsonWriter json) {
    this.json = json;
  }

  void write(HostStatus status) throws IOException {
    json.beginObject();
    text("product", status.product());
    text("version", status.version());
    text("phase", Pages.word(status.phase()));
    text("status", Pages.word(status.overall()));
    text("started", status.started().toString());
    json.name("extensions").beginArray();
    for (Extension extension : status.extensions()) {
      write(extension);
    }
    json.endArray().name("slices").beginArray();
    for (SliceReport slice : status.slices()) {
      write(slice, Optional.ofNullable(status.reports().get(slice.name())));
    }
    json.endArray().name("features").beginArray();
    for (FeatureReport feature : status.features()) {
      write(feature);
    }
    json.endArray().endObject();
  }

  private void write(Extension extension) throws IOException {
    json.beginObject();
    text("name", extension.name().value());
    text("version", extension.version().toString());
    text("title", extension.title());
    text("dialect", extension.dialect());
    text("state", Pages.word(extension.state()));
    text("cause", extension.cause());
    text("digest", extension.digest());
    text("installed", extension.installed().toString());
    write(extension.problems());
    json.endObject();
  }

  private void write(SliceReport slice, Optional<SliceStatus> report) throws IOException {
    json.beginObject();
    text("name", slice.name().value());
    text("extension", slice.extension().value());
    text("state", Pages.word(slice.state()));
    text("cause", slice.cause());
    json.name("startMillis").value(slice.startTook().toMillis());
    write(slice.problems());
    if (report.isPresent()) {
      json.name("report");
      write(report.get());
    }
    json.endObject();
  }

  private void write(SliceStatus report) throws IOException {
    json.beginObject();
    text("status", Pages.word(report.level()));
    text("message", report.message());
    json.name("details").beginObject();
    for (Map.Entry<String, Object> detail : report.details().entrySet()) {
      json.name(detail.getKey());
      value(detail.getValue());
    }
    json.endObject().endObject();
  }

  private void write(FeatureReport feature) throws IOException {
    json.beginObject();
    text("slice", feature.slice().value());
    text("name", feature.feature().name());
    text("description", feature.feature().description());
    text("value", feature.value());
    json.endObject();
  }

  private void write(List<Problem> problems) throws IOException {
    json.name("problems").beginArray();
    for (Problem problem : problems) {
      json.beginObject();
      text("code", problem.code());
      text("severity", Pages.word(problem.severity()));
      text("message", problem.what());
      text("why", problem.why());
      text("advice", problem.advice());
      json.endObject();
    }
    json.endArray();
  }

  private void text(String name, String text) throws IOException {
    json.name(name).value(OutsideView.of(text));
  }

  private void value(Object value) throws IOException {
    if (value instanceof Boolean flag) {
      json.value(flag);
    } else if (value instanceof Number number) {
      json.value(number);
    } else {
      json.value(OutsideView.of(String.valueOf(value)));
    }
  }
}
