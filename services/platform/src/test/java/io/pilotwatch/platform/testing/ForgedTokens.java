package io.pilotwatch.platform.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * {@code Authorization} headers that look like a user's and are not: each is that user's good token with one thing about it
 * made wrong, or another token that the identity provider did issue.
 */
final class ForgedTokens {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final KeyPair OURS = pair();
    private static final Map<String, Map<String, List<String>>> KEPT = new ConcurrentHashMap<>();

    private ForgedTokens() {}

    static Map<String, List<String>> all(String user) {
        return KEPT.computeIfAbsent(user, ForgedTokens::forge);
    }

    private static Map<String, List<String>> forge(String user) {
        var good = Tokens.of(user);
        var parts = good.split("[.]");
        var all = new LinkedHashMap<String, List<String>>();
        all.put("an empty bearer", List.of("Bearer "));
        all.put("no scheme", List.of(good));
        all.put("another scheme", List.of("Basic " + good));
        all.put("two headers", List.of("Bearer " + good, "Bearer " + good));
        all.put("no signature", bearer(parts[0] + "." + parts[1] + "."));
        all.put(
                "another's signature",
                bearer(parts[0] + "." + parts[1] + "." + Tokens.of("newcomer").split("[.]")[2]));
        all.put(
                "a role added",
                bearer(parts[0] + "."
                        + claims(
                                parts[1],
                                c -> c.putObject("realm_access")
                                        .putArray("roles")
                                        .add("programme-office")
                                        .add("operator"))
                        + "." + parts[2]));
        all.put("no algorithm", bearer(header(parts[0], h -> h.put("alg", "none")) + "." + parts[1] + "."));
        all.put(
                "no algorithm and a signature",
                bearer(header(parts[0], h -> h.put("alg", "NONE")) + "." + parts[1] + "." + parts[2]));
        all.put("our key under its name", bearer(signed(parts[0], parts[1])));
        all.put("our key embedded", bearer(signed(header(parts[0], h -> h.set("jwk", jwk())), parts[1])));
        all.put(
                "our key at an address",
                bearer(signed(header(parts[0], h -> h.put("jku", "http://127.0.0.1:9/jwks.json")), parts[1])));
        all.put(
                "our certificate at an address",
                bearer(signed(header(parts[0], h -> h.put("x5u", "http://127.0.0.1:9/c.pem")), parts[1])));
        all.put(
                "our key under another name",
                bearer(signed(header(parts[0], h -> h.put("kid", "../../../dev/null")), parts[1])));
        all.put("the public key as a secret", bearer(maced(header(parts[0], h -> h.put("alg", "HS256")), parts[1])));
        issued("admin-cli", user).forEach((kind, token) -> all.put("another client's " + kind, bearer(token)));
        var own = issued("pilotwatch-cli", user);
        all.put("an ID token", bearer(own.get("id_token")));
        all.put("a refresh token", bearer(own.get("refresh_token")));
        return all;
    }

    private static List<String> bearer(String token) {
        return List.of("Bearer " + token);
    }

    private static String header(String encoded, Consumer<ObjectNode> change) {
        return claims(encoded, change);
    }

    private static String claims(String encoded, Consumer<ObjectNode> change) {
        try {
            var node = (ObjectNode) JSON.readTree(Base64.getUrlDecoder().decode(encoded));
            change.accept(node);
            return text(JSON.writeValueAsBytes(node));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String signed(String header, String claims) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(OURS.getPrivate());
            signature.update((header + "." + claims).getBytes(StandardCharsets.US_ASCII));
            return header + "." + claims + "." + text(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode jwk() {
        var key = (RSAPublicKey) OURS.getPublic();
        return JSON.createObjectNode()
                .put("kty", "RSA")
                .put("e", text(key.getPublicExponent().toByteArray()))
                .put("n", text(key.getModulus().toByteArray()));
    }

    /** As whoever mistakes the key with which the provider's signatures are verified for a shared secret would check it. */
    private static String maced(String header, String claims) {
        try {
            var published = ask(HttpRequest.newBuilder(URI.create(identity() + "/protocol/openid-connect/certs")));
            var key = JSON.readTree(published)
                    .path("keys")
                    .valueStream()
                    .filter(k -> k.path("use").asText().equals("sig")
                            && k.path("kty").asText().equals("RSA"))
                    .findFirst()
                    .orElseThrow();
            var real = KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(
                            number(key.path("n").asText()), number(key.path("e").asText())));
            var pem = "-----BEGIN PUBLIC KEY-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(real.getEncoded())
                    + "\n-----END PUBLIC KEY-----\n";
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(pem.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return header + "." + claims + "."
                    + text(mac.doFinal((header + "." + claims).getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BigInteger number(String encoded) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(encoded));
    }

    /** All tokens that this client gets for the user. */
    private static Map<String, String> issued(String client, String user) {
        try {
            var answer =
                    JSON.readTree(ask(HttpRequest.newBuilder(URI.create(identity() + "/protocol/openid-connect/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("grant_type=password&scope=openid&client_id="
                                    + client + "&password=pilotwatch&username=" + user))));
            var tokens = new LinkedHashMap<String, String>();
            for (var kind : List.of("access_token", "id_token", "refresh_token")) {
                tokens.put(kind, answer.required(kind).asText());
            }
            return tokens;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String identity() {
        return ConfigProvider.getConfig().getValue("pilotwatch.identity-url", String.class);
    }

    private static String ask(HttpRequest.Builder request) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
