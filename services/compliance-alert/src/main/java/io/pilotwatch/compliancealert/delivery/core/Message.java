package io.pilotwatch.compliancealert.delivery.core;

import java.time.Instant;
import java.util.UUID;

/**
 * A notice on its way to one subscription.
 *
 * @param deliveryId the same on each try, by which a receiver recognises a repeat
 * @param saidAt when what it tells happened, by the programme clock
 */
public record Message(UUID deliveryId, Notice notice, Instant saidAt) {}
