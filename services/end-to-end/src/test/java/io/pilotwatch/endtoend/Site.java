package io.pilotwatch.endtoend;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The pages of a running platform, after its two years.
 *
 * @param address of the one in front, without a slash at its end
 */
record Site(String address) {

    /** Where its Kafka is: the ports of one platform are all shifted alike. */
    String broker() {
        int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        return "127.0.0.1:" + (port - 8080 + 9092);
    }

    /** Somebody who looks at pages while they are made names a platform that runs already, such as http://localhost:8080. */
    private static final String RUNNING = System.getProperty("pilotwatch.site");

    /** Hands it out: that of {@link Replayed}, unless another is named. */
    static final class Running implements ParameterResolver {

        private final Replayed.Once replayed = new Replayed.Once();

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Site.class;
        }

        @Override
        public Site resolveParameter(ParameterContext parameter, ExtensionContext context) {
            if (RUNNING != null) {
                return new Site(RUNNING);
            }
            replayed.resolveParameter(parameter, context);
            return new Site("http://localhost:" + (8080 + RunningPlatform.SHIFT));
        }
    }
}
