package hotshoe.form;

import hotshoe.form.Widget.FilePicker;
import hotshoe.form.Widget.Group;
import hotshoe.form.Widget.NumberBox;
import hotshoe.form.Widget.Pairs;
import hotshoe.form.Widget.ResourcePicker;
import hotshoe.form.Widget.Rows;
import hotshoe.form.Widget.Select;
import hotshoe.type.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A form as plain values. */
final class FormDocument {

  private FormDocument() {}

  static Map<String, Object> of(Form form) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("operation", form.operation());
    document.put("title", form.title());
    document.put("description", form.description());
    form.resourceKind().ifPresent(kind -> document.put("resourceKind", kind));
    document.put("fields", fields(form.fields()));
    return document;
  }

  private static List<Map<String, Object>> fields(List<FormField> fields) {
    return fields.stream().map(FormDocument::of).toList();
  }

  private static Map<String, Object> of(FormField field) {
    Map<String, Object> document = new LinkedHashMap<>();
    put(document, "name", field.name());
    put(document, "label", field.label());
    put(document, "help", field.help());
    document.put("widget", field.widget().word());
    document.put("required", field.isRequired());
    field.initial().ifPresent(initial -> document.put("initial", initial));
    widget(field.widget(), document);
    document.put("rules", field.rules().stream().map(FormDocument::of).toList());
    return document;
  }

  private static void put(Map<String, Object> document, String key, String text) {
    if (!text.isEmpty()) {
      document.put(key, text);
    }
  }

  private static void widget(Widget widget, Map<String, Object> document) {
    if (widget instanceof NumberBox number) {
      document.put("decimals", number.decimals());
      number.minimum().ifPresent(minimum -> document.put("minimum", minimum));
      number.maximum().ifPresent(maximum -> document.put("maximum", maximum));
    } else if (widget instanceof Select select) {
      document.put("options", select.options().stream().map(FormDocument::of).toList());
    } else if (widget instanceof ResourcePicker picker) {
      put(document, "kind", picker.kind());
    } else if (widget instanceof FilePicker picker) {
      document.put("maximumLength", picker.maximumLength());
    } else if (widget instanceof Rows rows) {
      document.put("element", of(rows.element()));
    } else if (widget instanceof Pairs pairs) {
      document.put("value", of(pairs.value()));
    } else if (widget instanceof Group group) {
      document.put("fields", fields(group.fields()));
    }
  }

  private static Map<String, Object> of(Type.Choice.Item item) {
    Map<String, Object> option = new LinkedHashMap<>();
    option.put("value", item.value());
    option.put("label", item.label());
    put(option, "description", item.description());
    return option;
  }

  private static Map<String, Object> of(FormRule rule) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("rule", rule.kind().name().toLowerCase(Locale.ROOT));
    put(document, "pattern", rule.pattern());
    document.put("message", rule.message());
    return document;
  }
}
