package hotshoe.cloudstack;

import java.util.Map;

/**
 * What every operation of an extension has to know.
 *
 * @param extension its name
 * @param type what kind of extension it is
 * @param entrypoint the program's name below the folder of its files
 * @param details what the entrypoint is given of the extension
 */
record Common(String extension, String type, String entrypoint, Map<String, String> details) {

  static Common of(Map<String, Object> properties) {
    return new Common(
        (String) properties.get(Keys.EXTENSION),
        (String) properties.get(Keys.TYPE),
        (String) properties.get(Keys.ENTRYPOINT),
        Json.texts((String) properties.get(Keys.DETAILS)));
  }
}
