package io.pilotwatch.platform.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;

/** The token that a page of ours would carry for the user of a role, so that a form need not be looked for first. */
final class FormToken {

    private FormToken() {}

    static String of(String role) {
        return role.equals(AccessTable.NOBODY) ? "none" : ofToken(Tokens.of(Users.of(role)));
    }

    private static String ofToken(String token) {
        try {
            var claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("[.]")[1]));
            var secret = ConfigProvider.getConfig().getValue("pilotwatch.oidc.secret", String.class);
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(("form:" + secret).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(claims.path("sid").asText().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
