package io.pilotwatch.local.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.pilotwatch.local.Addresses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** Brings the real list and the synthetic one in, as the programme office would. Importing again changes nothing. */
final class Import {

    private static final List<String> LISTS = List.of("pilots.csv", "synthetic-pilots.csv");

    private final Client client;
    private final Addresses addresses;

    Import(Client client, Addresses addresses) {
        this.client = client;
        this.addresses = addresses;
    }

    void run() {
        for (var list : LISTS) {
            print(
                    list,
                    client.postCsv(
                            "office", addresses.gateway().resolve("/intake/api/v1/imports/pilots"), list, read(list)));
        }
    }

    /** Nothing is hidden: each refused row is printed with its line, column and reason. */
    private static void print(String list, JsonNode result) {
        int taken = 0;
        for (var row : result.path("results")) {
            if (row.path("outcome").asText().equals("refused")) {
                for (var error : row.path("errors")) {
                    System.out.printf(
                            "           %s line %d, %s: %s%n",
                            list,
                            error.path("line").asInt(),
                            error.path("column").asText(),
                            error.path("detail").asText());
                }
            } else {
                taken++;
            }
        }
        System.out.printf(
                "           %s: %d of %d rows taken%n",
                list, taken, result.path("results").size());
    }

    private byte[] read(String list) {
        try {
            return Files.readAllBytes(addresses.demonstration().resolve(list));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
