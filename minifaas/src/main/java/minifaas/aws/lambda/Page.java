package minifaas.aws.lambda;

import com.fasterxml.jackson.core.JsonToken;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import minifaas.aws.AwsError;

/**
 * One page of a list (AWS: parameters Marker and MaxItems). The marker is the key of the last item that was shown, so
 * what is created or deleted between two pages moves no other item from one page to the next.
 */
final class Page {
    /** Of functions, versions or aliases: a request may ask for up to 10,000 items, and gets no more than 50. */
    static final Page USUAL = new Page(10_000);

    /** Of configurations: a request may ask for up to 50 items. */
    static final Page SHORT = new Page(50);

    private static final int MOST_ITEMS = 50;

    private final int mostAsked;

    private Page(int mostAsked) {
        this.mostAsked = mostAsked;
    }

    /**
     * Answers the page that a request asks for.
     *
     * @param name of the list in the answer
     * @param key by which the items are ordered, different for each
     * @param shown how an item looks in the answer
     */
    <T> Map<String, Object> of(
            LambdaRequest request, String name, Collection<T> items, Function<T, String> key, Function<T, ?> shown) {
        var ordered = new TreeMap<String, T>();
        for (T item : items) ordered.put(key.apply(item), item);
        var rest = request.http()
                .query("Marker")
                .map(marker -> ordered.tailMap(keyOf(marker), false))
                .orElse(ordered);
        int size = request.http().query("MaxItems").map(this::sizeOf).orElse(MOST_ITEMS);
        List<String> keys = rest.keySet().stream().limit(size).toList();

        var page = new LinkedHashMap<String, Object>();
        page.put(name, keys.stream().map(rest::get).map(shown).toList());
        if (keys.size() < rest.size()) page.put("NextMarker", markerOf(keys.get(keys.size() - 1)));
        return page;
    }

    private static String markerOf(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String keyOf(String marker) {
        try {
            return new String(Base64.getUrlDecoder().decode(marker), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            throw AwsError.invalidParameter("The value at 'marker' is not a marker of this list.");
        }
    }

    private int sizeOf(String maxItems) {
        int size;
        try {
            size = Integer.parseInt(maxItems);
        } catch (NumberFormatException notANumber) {
            throw FieldType.INTEGER.refusal(JsonToken.VALUE_STRING);
        }
        if (size < 1) throw AwsError.validation(size, "maxItems", "Member must have value greater than or equal to 1");
        if (size > mostAsked)
            throw AwsError.validation(size, "maxItems", "Member must have value less than or equal to " + mostAsked);
        return Math.min(size, MOST_ITEMS);
    }
}
