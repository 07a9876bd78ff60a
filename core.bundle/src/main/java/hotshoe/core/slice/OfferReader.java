package hotshoe.core.slice;

import hotshoe.extension.ExtensionName;
import hotshoe.problem.Problem;
import hotshoe.slice.Slice;
import hotshoe.slice.SliceComponent;
import hotshoe.slice.SliceDescription;
import hotshoe.slice.SliceName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/** Makes an offer of a service's properties, whatever is in them (row INM-08). */
final class OfferReader {

  private final BundleContext bundles;
  private final ComponentFailures failures;

  OfferReader(BundleContext bundles, ComponentFailures failures) {
    this.bundles = bundles;
    this.failures = failures;
  }

  /** The offer; what is wrong with it is among its faults. */
  Offer read(ServiceReference<Slice> reference) {
    List<Problem> faults = new ArrayList<>();
    Bundle bundle = Optional.ofNullable(reference.getBundle()).orElse(bundles.getBundle());
    ExtensionName extension = extension(bundle, faults);
    String owner = extension + " " + bundle.getVersion() + " (bundle " + bundle.getBundleId() + ")";
    SliceDescription description = description(reference, extension, owner, faults);
    if (faults.isEmpty() && !description.name().isIn(extension)) {
      faults.add(SliceProblems.outside(description.name(), extension, owner));
    }
    SliceSource source = new ServiceSource(bundles, reference, failures);
    return new Offer(description, extension, owner, source, faults);
  }

  private static ExtensionName extension(Bundle bundle, List<Problem> faults) {
    try {
      return ExtensionName.of(bundle.getHeaders(""));
    } catch (IllegalArgumentException e) {
      faults.add(SliceProblems.malformed("bundle " + bundle.getBundleId(), e.getMessage()));
      return new ExtensionName("bundle-" + bundle.getBundleId());
    }
  }

  private static SliceDescription description(
      ServiceReference<Slice> reference,
      ExtensionName extension,
      String owner,
      List<Problem> faults) {
    try {
      return SliceDescription.of(properties(reference));
    } catch (RuntimeException e) {
      boolean told = e instanceof IllegalArgumentException;
      faults.add(SliceProblems.malformed(owner, told ? e.getMessage() : Thrown.inWords(e)));
      return new SliceDescription(
          standIn(reference, extension), new TreeSet<>(), new TreeSet<>(), Optional.empty());
    }
  }

  private static Map<String, Object> properties(ServiceReference<Slice> reference) {
    Map<String, Object> properties = new HashMap<>();
    for (String key : reference.getPropertyKeys()) {
      if (key.startsWith(SliceComponent.PREFIX_)) {
        properties.put(key, reference.getProperty(key));
      }
    }
    return properties;
  }

  /** The name that was meant, if it is one, or else one by which the slice can be listed. */
  private static SliceName standIn(ServiceReference<Slice> reference, ExtensionName extension) {
    Object wanted = reference.getProperty(SliceComponent.PREFIX_ + "name");
    if (wanted instanceof String name) {
      try {
        return new SliceName(name);
      } catch (IllegalArgumentException e) {
        return unnamed(reference, extension);
      }
    }
    return unnamed(reference, extension);
  }

  private static SliceName unnamed(ServiceReference<Slice> reference, ExtensionName extension) {
    String first = extension.value().replaceAll("[^A-Za-z0-9_-]", "-");
    return new SliceName(first + ".unnamed-" + reference.getProperty(Constants.SERVICE_ID));
  }
}
