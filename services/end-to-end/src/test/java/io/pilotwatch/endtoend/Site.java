package io.pilotwatch.endtoend;

import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The pages of a running platform, after its two years, and the browsers in which people look at them. */
final class Site implements AutoCloseable {

    /** Somebody who looks at pages while they are made names a platform that runs already, such as http://localhost:8080. */
    private static final String RUNNING = System.getProperty("pilotwatch.site");

    private static final int AT_ONCE = 2;

    private final String address;
    private final ExecutorService desks = Executors.newFixedThreadPool(AT_ONCE);
    private final Queue<Browsers> opened = new ConcurrentLinkedQueue<>();
    /** A browser is used by the thread that opened it alone. */
    private final ThreadLocal<Browsers> browsers = ThreadLocal.withInitial(this::open);

    private Site(String address) {
        this.address = address;
    }

    private Browsers open() {
        var one = new Browsers();
        opened.add(one);
        return one;
    }

    /** Something that is done in a browser. */
    interface Scene {
        void play() throws Exception;
    }

    /** Plays these at the same time, each in a browser of its own; the first failure is thrown. */
    void atOnce(Scene... scenes) throws Exception {
        var playing = Stream.of(scenes)
                .<Callable<Void>>map(scene -> () -> {
                    scene.play();
                    return null;
                })
                .toList();
        for (var one : desks.invokeAll(playing)) {
            one.get();
        }
    }

    /** Of the one in front, without a slash at its end. */
    String address() {
        return address;
    }

    /** Where its Kafka is: the ports of one platform are all shifted alike. */
    String broker() {
        int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        return "127.0.0.1:" + (port - 8080 + 9092);
    }

    /** Somebody who has signed in with this account and reads this language. */
    Person person(String user, String language) {
        return new Person(browsers.get().browser(), this, user, language, true);
    }

    /** The same where no script runs. */
    Person withoutScripts(String user, String language) {
        return new Person(browsers.get().browser(), this, user, language, false);
    }

    @Override
    public void close() {
        desks.close();
        opened.forEach(Browsers::close);
    }

    /** Hands it out: that of {@link Replayed}, unless another is named. */
    static final class Running implements ParameterResolver {

        private final Replayed.Once replayed = new Replayed.Once();

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Site.class;
        }

        @Override
        public Site resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.create(Site.class))
                    .computeIfAbsent(Site.class, _ -> new Site(address(parameter, context)), Site.class);
        }

        private String address(ParameterContext parameter, ExtensionContext context) {
            if (RUNNING != null) {
                return RUNNING;
            }
            replayed.resolveParameter(parameter, context);
            return "http://localhost:" + (8080 + RunningPlatform.SHIFT);
        }
    }
}
