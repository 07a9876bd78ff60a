package hotshoe.core.caller;

import hotshoe.caller.Role;
import hotshoe.caller.Roles;
import hotshoe.configuration.Configuration;
import hotshoe.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shipped roles and those of {@code etc/roles.yaml} (rows XA-36, CS-47). What is wrong in the
 * file costs the roles it concerns and nothing else: the shipped ones are always there, so no file
 * locks an administrator out.
 */
@Component
public final class KnownRoles implements Roles {

  private static final Logger LOG = LoggerFactory.getLogger(KnownRoles.class);

  private final RoleBook book;

  /** Reads {@code roles.file} where there is one, and logs what is wrong with it. */
  @Activate
  public KnownRoles(@Reference Configuration configuration) {
    List<Role> all = new ArrayList<>(ShippedRoles.read());
    Path file = configuration.path("roles.file");
    if (Files.exists(file)) {
      List<Problem> problems = new ArrayList<>();
      List<Role> own = RoleFile.read(file, configuration.text("roles.file"), all, problems);
      problems.forEach(problem -> LOG.error("{}", problem.sentence()));
      all.addAll(own);
    }
    book = new RoleBook(all);
  }

  @Override
  public List<Role> list() {
    return book.list();
  }

  @Override
  public Optional<Role> find(String name) {
    return book.find(name);
  }

  @Override
  public Set<String> expand(Set<String> roles) {
    return book.expand(roles);
  }
}
