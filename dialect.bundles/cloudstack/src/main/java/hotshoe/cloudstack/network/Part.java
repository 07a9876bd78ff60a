package hotshoe.cloudstack.network;

import hotshoe.type.Field;
import java.util.List;

/** A part of what a command gives the entrypoint. */
sealed interface Part {

  /** Under which key it is given. */
  String key();

  /** What the network's own resources say. */
  record Own(String key) implements Part {}

  /** The address of the device within the network. */
  record DeviceAddress(boolean isGateway) implements Part {
    @Override
    public String key() {
      return "extension_ip";
    }
  }

  /** What always is the same. */
  record Fixed(String key, Object value) implements Part {}

  /** What the caller gives. */
  record Given(Field field, Form form) implements Part {
    @Override
    public String key() {
      return field.name();
    }
  }

  /** An object of other parts, as Base64 of its JSON. */
  record Packed(String key, List<Part> parts) implements Part {}

  /** How a value is written. */
  enum Form {
    /** As text, whatever it is. */
    TEXT,
    /** As the text of its JSON. */
    JSON,
    /** As Base64 of its JSON. */
    BASE64_JSON,
    /** As Base64 of its text. */
    BASE64
  }
}
