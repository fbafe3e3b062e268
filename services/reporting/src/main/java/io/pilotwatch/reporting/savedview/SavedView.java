package io.pilotwatch.reporting.savedview;

import io.pilotwatch.reporting.Filters;
import java.util.UUID;

/**
 * Filters of the list of pilots under a name.
 *
 * @param account whose it is
 * @param shared shown to everyone, not to its account alone
 * @param filter the list's query parameters; what is left out is not filtered by
 */
public record SavedView(UUID viewId, long revision, String account, String name, boolean shared, Filters filter) {

    SavedView changed(String newName, boolean nowShared, Filters newFilter) {
        return new SavedView(viewId, revision + 1, account, newName, nowShared, newFilter);
    }
}
