package io.pilotwatch.endtoend;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The pages of a running platform, after its two years, and the one browser in which people look at them. */
final class Site implements AutoCloseable {

    /** Somebody who looks at pages while they are made names a platform that runs already, such as http://localhost:8080. */
    private static final String RUNNING = System.getProperty("pilotwatch.site");

    private final String address;
    private final Browsers browsers = new Browsers();

    private Site(String address) {
        this.address = address;
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
        return new Person(browsers.browser(), this, user, language, true);
    }

    /** The same where no script runs. */
    Person withoutScripts(String user, String language) {
        return new Person(browsers.browser(), this, user, language, false);
    }

    @Override
    public void close() {
        browsers.close();
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
