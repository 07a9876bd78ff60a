package hotshoe.runtime;

import hotshoe.configuration.Configuration;
import hotshoe.configuration.ExtensionOptions;
import hotshoe.extension.Extension;
import hotshoe.extension.Extensions;
import hotshoe.runtime.configuration.ConfigurationReader;
import hotshoe.runtime.configuration.ConfigurationSources;
import hotshoe.runtime.configuration.DeclaredOptions;
import hotshoe.runtime.configuration.EffectiveConfiguration;
import hotshoe.runtime.framework.BundleSource;
import hotshoe.runtime.framework.FrameworkSetting;
import hotshoe.runtime.framework.HostBundles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;

/**
 * Looks at what is installed without running any of it, without opening a port, and without
 * touching the data folder, which a running host may own (rows INM-09, INM-34).
 *
 * @param product this build
 * @param extensions what is installed
 * @param options what of it can be configured
 */
record Inspection(Product product, List<Extension> extensions, List<DeclaredOptions> options) {

  static Inspection of(ConfigurationSources sources, BundleSource source) {
    Product product = Product.ofThisBuild();
    Configuration real = new ConfigurationReader().read(sources).configuration();
    try (BorrowedData data = BorrowedData.copyOf(real.path("data"))) {
      EffectiveConfiguration configuration =
          new ConfigurationReader()
              .read(sources.with(withDoorsShut(data.folder())))
              .configuration();
      RunningHost host =
          new Launcher(
                  configuration,
                  source,
                  new HostControl(product),
                  FrameworkSetting.ofAProcess(),
                  HostBundles.ofThisBuild().withoutShell())
              .inspect();
      try {
        List<Extension> extensions =
            host.service(Extensions.class).map(Extensions::list).orElse(List.of());
        return new Inspection(product, extensions, declarations(host, extensions));
      } finally {
        host.stop();
      }
    }
  }

  private static Map<String, String> withDoorsShut(Path data) {
    return Map.of("data", data.toString(), "gateway.enabled", "false", "shell.socket", "false");
  }

  private static List<DeclaredOptions> declarations(RunningHost host, List<Extension> extensions) {
    Optional<ExtensionOptions> options = host.service(ExtensionOptions.class);
    if (options.isEmpty()) {
      return List.of();
    }
    return extensions.stream()
        .map(extension -> declarations(host, options.get(), extension))
        .filter(declared -> !declared.options().isEmpty())
        .toList();
  }

  private static DeclaredOptions declarations(
      RunningHost host, ExtensionOptions options, Extension extension) {
    Bundle bundle = host.framework().getBundleContext().getBundle(extension.bundle());
    return new DeclaredOptions(
        extension.name(),
        bundle == null ? List.of() : options.declaredBy(extension.name(), bundle));
  }

  /** Versions for people, one line each: the product's, Java's, the extensions'. */
  String versions() {
    StringBuilder text = new StringBuilder();
    text.append("%s %s%n".formatted(product.name(), product.version()));
    text.append("Java %s%n".formatted(Runtime.version()));
    for (Extension extension : extensions) {
      text.append("%s %s%n".formatted(extension.name(), extension.version()));
    }
    return text.toString();
  }
}
