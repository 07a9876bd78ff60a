package hotshoe.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The name and version under which the host presents itself.
 *
 * @param name the product's name
 * @param version the version of this build
 */
record Product(String name, String version) {

  /** What this build says of itself. */
  static Product ofThisBuild() {
    Properties properties = new Properties();
    try (InputStream stream = Product.class.getResourceAsStream("product.properties")) {
      properties.load(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Product("Hotshoe", properties.getProperty("version"));
  }
}
