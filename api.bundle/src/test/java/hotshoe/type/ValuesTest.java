package hotshoe.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import hotshoe.conformance.Proves;
import hotshoe.type.Values.Reading;
import hotshoe.type.Values.Secrets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValuesTest {

  @Test
  void allFaultsAreToldAtOnceWithTheirPaths() {
    Type type =
        new Type.Record(
            "parameters",
            List.of(
                Field.required("retain_days", Type.integer(0, 365), ""),
                Field.required("name", Type.text(), ""),
                Field.required("hosts", Type.listOf(Type.bool()), "")));
    Map<String, Object> given = new HashMap<>();
    given.put("retain_days", 400);
    given.put("nam", "x");
    given.put("hosts", List.of(true, "maybe"));
    assertEquals(
        List.of(
            "parameters.retain_days: 400 is above the maximum 365",
            "parameters.name: is missing",
            "parameters.hosts[1]: is neither true nor false",
            "parameters.nam: is not known here; did you mean name?"),
        faults(type, given, Reading.STRICT));
  }

  @Test
  @Proves("XA-24")
  void wholeNumbersHaveAllSixtyFourBits() {
    assertEquals(
        valid(Long.MAX_VALUE),
        Values.check(Type.integer(), "9223372036854775807", Reading.LENIENT, ""));
    assertEquals(
        valid(Long.MIN_VALUE), Values.check(Type.integer(), Long.MIN_VALUE, Reading.STRICT, ""));
    assertEquals(
        List.of("'9223372036854775808' is not a 64-bit whole number"),
        faults(Type.integer(), "9223372036854775808", Reading.LENIENT));
  }

  @Test
  @Proves("CS-52")
  void momentsKeepTheirOffset() {
    OffsetDateTime moment = OffsetDateTime.parse("2025-11-20T10:00:00+05:30");
    assertEquals(
        valid(moment),
        Values.check(Type.dateTime(), "2025-11-20T10:00:00+0530", Reading.STRICT, ""));
    assertEquals(
        "2025-11-20T10:00:00+05:30", Values.plain(Type.dateTime(), moment, Secrets.HIDDEN));
    assertEquals(
        List.of("'2025-11-20T10:00:00' lacks its offset, such as Z or +02:00"),
        faults(Type.dateTime(), "2025-11-20T10:00:00", Reading.STRICT));
  }

  @Test
  void secretsAreNeverShown() {
    Type type = new Type.Record("login", List.of(Field.required("password", Type.secret(), "")));
    Checked checked = Values.check(type, Map.of("password", "hunter2"), Reading.STRICT, "");
    assertFalse(checked.toString().contains("hunter2"));
    Object canonical = assertInstanceOf(Checked.Valid.class, checked).value();
    assertEquals(Map.of("password", "********"), Values.plain(type, canonical, Secrets.HIDDEN));
    assertEquals(Map.of("password", "hunter2"), Values.plain(type, canonical, Secrets.REVEALED));
    assertFalse(
        faults(type, Map.of("password", List.of("hunter2")), Reading.STRICT)
            .toString()
            .contains("hunter2"));
  }

  @Test
  void aValueThatHoldsItselfIsRefusedAtOnce() {
    List<Object> wide = new ArrayList<>();
    wide.add(wide);
    wide.add(wide);
    assertInstanceOf(Checked.Invalid.class, Values.check(new Type.Any(), wide, Reading.STRICT, ""));
  }

  @Test
  void aPatternThatExplodesIsNoMatchInsteadOfAHang() {
    Type type = new Type.Text(TextFormat.PLAIN, 0, 1000, "(a+)+b");
    assertInstanceOf(
        Checked.Invalid.class, Values.check(type, "a".repeat(100), Reading.STRICT, ""));
  }

  @Test
  void anAbsentOptionalIsEmptyAndADefaultIsFilledIn() {
    Type type =
        new Type.Record(
            "r",
            List.of(
                Field.required("note", Type.optional(Type.text()), ""),
                Field.defaulting("count", Type.integer(), 3L, "")));
    assertEquals(
        valid(Map.of("note", Optional.empty(), "count", 3L)),
        Values.check(type, Map.of(), Reading.STRICT, ""));
  }

  private static Checked valid(Object value) {
    return new Checked.Valid(value);
  }

  private static List<String> faults(Type type, Object input, Reading reading) {
    String path = type instanceof Type.Record record ? record.name() : "";
    Checked checked = Values.check(type, input, reading, path);
    return assertInstanceOf(Checked.Invalid.class, checked).faults().stream()
        .map(Fault::toString)
        .toList();
  }
}
