package hotshoe.core.setting;

import hotshoe.setting.DeclaredSetting;
import hotshoe.type.Checked;
import hotshoe.type.Fault;
import hotshoe.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.metatype.AttributeDefinition;

/**
 * A setting as Metatype's tools see it. Its identifier is the key under which its value stands.
 *
 * @param declared the setting
 */
record SettingAttribute(DeclaredSetting declared) implements AttributeDefinition {

  @Override
  public String getName() {
    return declared.name();
  }

  @Override
  public String getID() {
    return declared.owner() + "." + declared.name();
  }

  @Override
  public String getDescription() {
    return declared.setting().description();
  }

  private Type type() {
    return declared.setting().type();
  }

  private Type element() {
    return type() instanceof Type.ListOf list && StoredForm.isFlat(list) ? list.element() : type();
  }

  @Override
  public int getCardinality() {
    return element().equals(type()) ? 0 : Integer.MAX_VALUE;
  }

  @Override
  public int getType() {
    Type element = element() instanceof Type.Choice choice ? choice.of() : element();
    if (element instanceof Type.Integer) {
      return LONG;
    }
    if (element instanceof Type.Decimal) {
      return DOUBLE;
    }
    if (element instanceof Type.Bool) {
      return BOOLEAN;
    }
    return element instanceof Type.Secret ? PASSWORD : STRING;
  }

  @Override
  public String[] getOptionValues() {
    return options(item -> item.value().toString());
  }

  @Override
  public String[] getOptionLabels() {
    return options(Type.Choice.Item::label);
  }

  private String[] options(Function<Type.Choice.Item, String> part) {
    return element() instanceof Type.Choice choice
        ? choice.items().stream().map(part).toArray(String[]::new)
        : null; // null: how Metatype says that there are none
  }

  /** Says in Metatype's way what is wrong with a value: empty for nothing. */
  @Override
  public String validate(String value) {
    Checked checked = new Declared(declared.setting(), declared.owner(), List::of).read(value);
    return checked instanceof Checked.Invalid invalid && getCardinality() == 0
        ? invalid.faults().stream().map(Fault::toString).collect(Collectors.joining("; "))
        : "";
  }

  @Override
  public String[] getDefaultValue() {
    List<String> values = new ArrayList<>();
    declared
        .setting()
        .defaultValue()
        .filter(it -> getType() != PASSWORD)
        .map(declared.setting()::canonical)
        .map(canonical -> StoredForm.pack(type(), canonical))
        .ifPresent(packed -> add(packed, values));
    return values.toArray(String[]::new);
  }

  private static void add(Object packed, List<String> values) {
    if (packed instanceof List<?> list) {
      list.forEach(item -> values.add(String.valueOf(item)));
    } else {
      values.add(String.valueOf(packed));
    }
  }
}
