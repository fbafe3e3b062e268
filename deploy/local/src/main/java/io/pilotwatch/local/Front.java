package io.pilotwatch.local;

import java.util.List;

/** The gateway's process: the one address in front. It needs nobody, for it says itself who is away. */
record Front(Settings settings) implements Component {

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public List<Port> ports() {
        return List.of(Port.GATEWAY);
    }

    @Override
    public Launch prepare() throws Exception {
        return OwnJava.launch(settings, "gateway", List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    }

    /** Any answer will do: this path is nobody's, so the gateway answers it itself. */
    @Override
    public boolean ready() throws Exception {
        return Http.status(settings.local(Port.GATEWAY, "/q")) == 404;
    }
}
