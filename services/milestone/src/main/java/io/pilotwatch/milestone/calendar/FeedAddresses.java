package io.pilotwatch.milestone.calendar;

import io.pilotwatch.platform.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where feeds are read, by tokens that nobody can guess. */
@ApplicationScoped
public class FeedAddresses {

    private final Secrets secrets;
    private final String publicUrl;

    FeedAddresses(Secrets secrets, @ConfigProperty(name = "pilotwatch.public-url") String publicUrl) {
        this.secrets = secrets;
        this.publicUrl = publicUrl;
    }

    /** A token for a new feed. */
    public String token() {
        return secrets.token();
    }

    /** The address of the feed with this token. */
    public String of(String token) {
        return publicUrl + "/milestone/calendar/" + token + ".ics";
    }
}
