package io.pilotwatch.compliancealert.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pilotwatch.compliancealert.delivery.Sealing.Unusable;
import io.pilotwatch.platform.Secrets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealingTest {

    private static final String SECRET = "whsec_c2VjcmV0";
    private static final UUID SUBSCRIPTION = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final UUID ANOTHER = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8058");

    private final String key = key();
    private final Sealing sealing = with(key);

    @Test
    void whatIsSealedOpensAgainAndIsNotToBeReadMeanwhile() {
        var sealed = sealing.seal(SUBSCRIPTION, SECRET);

        assertTrue(sealing.isSealed(sealed));
        assertFalse(sealed.contains("c2VjcmV0"));
        assertEquals(SECRET, sealing.open(SUBSCRIPTION, sealed));
    }

    @Test
    void theSameSecretLooksDifferentEachTime() {
        assertNotEquals(sealing.seal(SUBSCRIPTION, SECRET), sealing.seal(SUBSCRIPTION, SECRET));
    }

    @Test
    void whatWasPutIntoAnotherRowDoesNotOpenThere() {
        var sealed = sealing.seal(SUBSCRIPTION, SECRET);

        assertThrows(IllegalStateException.class, () -> sealing.open(ANOTHER, sealed));
    }

    @Test
    void whatWasChangedDoesNotOpen() {
        var sealed = sealing.seal(SUBSCRIPTION, SECRET);
        var changed = sealed.substring(0, sealed.length() - 6)
                + (sealed.charAt(sealed.length() - 6) == 'A' ? "B" : "A")
                + sealed.substring(sealed.length() - 5);

        assertThrows(IllegalStateException.class, () -> sealing.open(SUBSCRIPTION, changed));
    }

    @Test
    void whatWasNeverSealedIsAsItIsAndToBeSealed() {
        assertEquals(SECRET, sealing.open(SUBSCRIPTION, SECRET));
        assertFalse(sealing.isSealed(SECRET));
    }

    @Test
    void aFormerKeyOpensWhatItSealedWhichIsToBeSealedAnew() {
        var sealed = sealing.seal(SUBSCRIPTION, SECRET);
        var rotated = with(key(), key);

        assertEquals(SECRET, rotated.open(SUBSCRIPTION, sealed));
        assertFalse(rotated.isSealed(sealed));
        assertThrows(Unusable.class, () -> with(key()).open(SUBSCRIPTION, sealed));
    }

    @Test
    void aKeyThatIsNoneIsRefusedWithoutBeingQuoted() {
        var tooShort = Base64.getEncoder().encodeToString(new byte[16]);

        for (var wrong : List.of("no base64!", tooShort)) {
            var refused = assertThrows(Unusable.class, () -> with(wrong));
            assertFalse(refused.getMessage().contains(wrong), refused.getMessage());
        }
        var missing =
                assertThrows(Unusable.class, () -> new Sealing(Optional.empty(), Optional.empty(), new Secrets()));
        assertTrue(missing.getMessage().contains("PILOTWATCH_WEBHOOKS_KEY is missing"));
    }

    private static Sealing with(String key, String... former) {
        return new Sealing(Optional.of(key), Optional.of(List.of(former)), new Secrets());
    }

    private static String key() {
        return Base64.getEncoder().encodeToString(new Secrets().bytes(32));
    }
}
