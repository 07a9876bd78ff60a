package hotshoe.core.resource;

import hotshoe.resource.Filter;
import hotshoe.resource.Resource;
import hotshoe.resource.Resource.Detail;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Picks the resources that pass a filter, as somebody sees them. */
final class Listing {

  private Listing() {}

  static List<Resource> of(Filter filter, Stock stock, Sight sight) {
    Stream<Shelf> shelves =
        filter.kind().map(kind -> stock.shelf(kind).stream()).orElseGet(stock.shelves()::stream);
    String words = filter.words().toLowerCase(Locale.ROOT);
    return shelves
        .flatMap(shelf -> shelf.byName().stream())
        .filter(it -> filter.extension().isEmpty() || filter.extension().equals(it.extension()))
        .map(sight::shown) // before the words, or they could be used to guess what is hidden
        .filter(resource -> words.isEmpty() || holds(resource, words))
        .toList();
  }

  private static boolean holds(Resource resource, String words) {
    Stream<String> details =
        resource.details().values().stream().filter(Listing::isNoSecret).map(Detail::reveal);
    return Stream.concat(Stream.of(resource.name(), resource.ref().id()), details)
        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(words));
  }

  private static boolean isNoSecret(Detail detail) {
    return detail.visibility() != Resource.Visibility.SECRET;
  }
}
