package io.pilotwatch.reporting;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map of so many entries: the one not asked for the longest goes first. */
public final class LatestOf<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1L;
    private static final float LOAD = 0.75f;

    private final int most;

    /** Empty. */
    public LatestOf(int most) {
        super(most, LOAD, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
