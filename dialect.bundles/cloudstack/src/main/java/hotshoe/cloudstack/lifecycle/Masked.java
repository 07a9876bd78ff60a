package hotshoe.cloudstack.lifecycle;

import java.util.regex.Pattern;

/** What programs wrote, without the passwords in it (row CS-63). */
public final class Masked {

  private static final Pattern PASSWORD =
      Pattern.compile(
          "(?is)([\"'][^\"'\\\\\\s]{0,100}password[\"']\\s*[:=]\\s*)"
              + "(\"(?:[^\"\\\\]|\\\\.)*+\"?|'(?:[^'\\\\]|\\\\.)*+'?|[^\\s,}\\]]++)");

  private static final String STARS = "\"********\"";

  private Masked() {}

  /**
   * The same text with stars for the value of every key that ends with password, in JSON and the
   * like.
   */
  public static String text(String written) {
    return PASSWORD.matcher(written).replaceAll("$1" + STARS);
  }
}
