package io.pilotwatch.local;

import java.io.IOException;
import java.util.List;

/** One process of the platform, from the launcher's side: what it needs, how it starts, when it is ready. */
interface Component {

    /** One word: in addresses, pid file, log. */
    String name();

    List<Port> ports();

    /** Names of the components that must be ready before this one starts. */
    default List<String> needs() {
        return List.of();
    }

    /** Removes what a killed process of ours left behind and what would stand in the way of the next start. */
    default void clearRemains() throws Exception {}

    /** Everything that can be done before the others are there; says how to start. */
    Launch prepare() throws Exception;

    /** Asked again and again; an exception means no, like false. */
    boolean ready() throws Exception;

    /** What has to be done once it answers, each time it was started; must bear repeating. */
    default void settle() throws Exception {}

    default void askToStop(ProcessHandle process) throws IOException {
        process.destroy();
    }
}
