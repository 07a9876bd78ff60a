package hotshoe.loader.wiring;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleRevision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives bundles of the framework their {@link NameTags}. Called by one thread at a time. */
final class Tagging {

  private static final Logger log = LoggerFactory.getLogger(Tagging.class);

  private final BundleContext context;
  private final Map<Bundle, Bundle> tags = new HashMap<>();
  private Optional<NameTags<Bundle>> names = Optional.empty();

  Tagging(BundleContext context) {
    this.context = context;
  }

  /** A bundle was put in. */
  void enter(Bundle bundle) {
    enter(names(), bundle);
  }

  /** The first time, the bundles are looked at that the framework has from an earlier run. */
  private NameTags<Bundle> names() {
    if (names.isEmpty()) {
      NameTags<Bundle> made = new NameTags<>();
      names = Optional.of(made);
      Bundle[] there = context.getBundles();
      Arrays.stream(there)
          .filter(bundle -> bundle.getLocation().startsWith(Location.TAG))
          .forEach(this::adopt);
      Arrays.stream(there).forEach(bundle -> enter(made, bundle));
    }
    return names.get();
  }

  private void adopt(Bundle tag) {
    String location = tag.getLocation();
    long owner = Long.parseLong(location.substring(location.lastIndexOf(':') + 1));
    Optional.ofNullable(context.getBundle(owner))
        .ifPresentOrElse(bundle -> tags.put(bundle, tag), () -> takeOut(tag));
  }

  private void enter(NameTags<Bundle> made, Bundle bundle) {
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    if (revision != null) {
      Location.of(bundle)
          .ifPresent(
              location -> made.enter(bundle, location.name().value(), revision).forEach(this::tag));
    }
  }

  private void tag(Bundle owner) {
    if (tags.containsKey(owner)) {
      return;
    }
    String name = Location.of(owner).orElseThrow().name().value();
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    NameTags.headers(name, owner.getSymbolicName(), owner.getVersion())
        .forEach(manifest.getMainAttributes()::putValue);
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      new JarOutputStream(bytes, manifest).close();
      String location = Location.TAG + name + ":" + owner.getBundleId();
      tags.put(
          owner, context.installBundle(location, new ByteArrayInputStream(bytes.toByteArray())));
    } catch (IOException | BundleException failure) {
      log.warn("the framework does not take the name of {}", owner, failure);
    }
  }

  /** A bundle is taken out; its tag goes with it and is answered, still wired. */
  Optional<Bundle> leave(Bundle bundle) {
    names().leave(bundle);
    Optional<Bundle> tag = Optional.ofNullable(tags.remove(bundle));
    tag.ifPresent(Tagging::takeOut);
    return tag;
  }

  /** The tags of these. */
  List<Bundle> of(Collection<Bundle> owners) {
    return owners.stream().map(tags::get).filter(Objects::nonNull).toList();
  }

  private static void takeOut(Bundle tag) {
    try {
      tag.uninstall();
    } catch (BundleException failure) {
      log.warn("{} cannot be taken out", tag, failure);
    }
  }
}
