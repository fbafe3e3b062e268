package io.pilotwatch.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pilotwatch.contracts.Text;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list. A cursor is the last item's sort key, so that rows added meanwhile neither repeat nor hide any.
 *
 * @param self this page's address
 * @param next the next page's address; null on the last
 */
public record Page<T>(
        List<T> items,
        String self,
        @JsonInclude(JsonInclude.Include.ALWAYS) String next) {

    /** The most items on a page; a page has fewer when no limit is asked for. */
    public static final int LARGEST = 200;

    private static final int USUAL = 50;

    /** The asked-for limit, checked. */
    public static int limit(Integer asked) {
        if (asked == null) {
            return USUAL;
        }
        if (asked < 1 || asked > LARGEST) {
            throw Problem.badParameter(
                    "limit", new Text("limit 应为 1 至 %d。".formatted(LARGEST), "limit is 1 to %d.".formatted(LARGEST)));
        }
        return asked;
    }

    /** The sort key after which to read; empty string for the beginning. */
    public static String after(String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return "";
        }
        try {
            var after = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (after.chars().noneMatch(Character::isISOControl)) {
                return after;
            }
        } catch (IllegalArgumentException noBase64) {
            throw foreignCursor();
        }
        throw foreignCursor();
    }

    /** The sort key after which to read, where it is a number; {@code beginning} where no cursor is given. */
    public static <N extends Number> N after(String cursor, N beginning, Function<String, N> read) {
        var after = after(cursor);
        try {
            return after.isEmpty() ? beginning : read.apply(after);
        } catch (NumberFormatException e) {
            throw foreignCursor();
        }
    }

    /** What a cursor that no page of ours gave is answered with. */
    public static Problem foreignCursor() {
        return Problem.badParameter("cursor", new Text("cursor 无效。", "The cursor is not one of ours."));
    }

    /** The same page with its items in another form. */
    public <R> Page<R> map(Function<T, R> form) {
        return new Page<>(items.stream().map(form).toList(), self, next);
    }

    /** A page from up to {@code limit + 1} items in order: the one too many only tells that there is a next page. */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, String> sortKey, UriInfo uri) {
        return of(found, limit, sortKey, uri.getRequestUri());
    }

    static <T> Page<T> of(List<T> found, int limit, Function<T, String> sortKey, URI asked) {
        var items = found.size() > limit ? found.subList(0, limit) : found;
        var self = relative(asked);
        if (found.size() <= limit) {
            return new Page<>(items, self, null);
        }
        var cursor = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(sortKey.apply(items.getLast()).getBytes(StandardCharsets.UTF_8));
        return new Page<>(
                items,
                self,
                relative(UriBuilder.fromUri(asked)
                        .replaceQueryParam("cursor", cursor)
                        .build()));
    }

    private static String relative(URI uri) {
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }
}
