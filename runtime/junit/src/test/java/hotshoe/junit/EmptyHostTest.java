package hotshoe.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hotshoe.extension.Extensions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(HotshoeExtension.class)
class EmptyHostTest {

  @Test
  void a_host_without_archives_is_empty(Extensions extensions) {
    assertEquals(List.of(), extensions.list());
  }
}
