package io.pilotwatch.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.pilotwatch.contracts.Text;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/**
 * What a body must be: whole, or 400; where it is read as JSON also said to be JSON, or 415, and of at most {@value
 * #LARGEST_JSON} bytes, or 413 {@code BODY_TOO_LARGE}. Files are taken as they are and have limits of their own.
 */
@Provider
public class Bodies implements ReaderInterceptor {

    /** One megabyte. */
    public static final int LARGEST_JSON = 1_000_000;

    private static final Set<Class<?>> FILES = Set.of(byte[].class, InputStream.class, File.class, String.class);

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        try {
            if (!FILES.contains(context.getType())) {
                context.setInputStream(json(context));
            }
            return context.proceed();
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException notWhole) {
            throw Problem.of(400);
        }
    }

    /** Read whole before it is parsed: a refusal from within the parser would be taken for unreadable JSON. */
    private static InputStream json(ReaderInterceptorContext context) throws IOException {
        var said = context.getMediaType();
        if (said == null || !said.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
            throw Problem.of(415);
        }
        var body = context.getInputStream().readNBytes(LARGEST_JSON + 1);
        if (body.length > LARGEST_JSON) {
            throw new Problem(
                    413, "BODY_TOO_LARGE", new Text("JSON 正文不得超过 1 MB。", "A JSON body has at most one megabyte."));
        }
        return new ByteArrayInputStream(body);
    }
}
