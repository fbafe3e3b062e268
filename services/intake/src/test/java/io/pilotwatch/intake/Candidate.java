package io.pilotwatch.intake;

import static io.pilotwatch.intake.Api.APPLICATIONS;
import static io.pilotwatch.intake.Api.as;

import io.pilotwatch.contracts.ApplicationState;
import io.restassured.response.ValidatableResponse;

/** An application of this run alone, of 示例单位-028 in the field tax, and all that may be done with it. */
record Candidate(String id) {

    static final String REASON = "{\"reason\": \"因故\"}";
    static final String REVIEW = """
            {"scores": {"need": 80, "soundness": 71, "organisation": 90, "replicability": 60},
             "supports": true, "opinion": "可行"}""";

    /** Each move with who makes it. */
    enum Move {
        AMEND("team-028"),
        SUBMIT("team-028"),
        RECOMMEND("recommender-tax"),
        OPEN_REVIEW("office"),
        REVIEW("expert-1"),
        SHORTLIST("office"),
        OBJECT("viewer"),
        SETTLE("office"),
        APPROVE("office"),
        RETURN("office"),
        REJECT("office"),
        WITHDRAW("team-028");

        final String user;

        Move(String user) {
            this.user = user;
        }
    }

    static Candidate drafted() {
        return drafted("tax");
    }

    static Candidate drafted(String field) {
        return new Candidate(Api.post("team-028", APPLICATIONS, Api.application("示例单位-028", field))
                .statusCode(201)
                .extract()
                .path("pilotId"));
    }

    /** Taken straight to this state; to a closed one by way of the shortlist. */
    static Candidate in(ApplicationState state) {
        var candidate = drafted();
        switch (state) {
            case DRAFT -> {}
            case SUBMITTED -> candidate.go(Move.SUBMIT);
            case RECOMMENDED -> candidate.go(Move.SUBMIT, Move.RECOMMEND);
            case UNDER_REVIEW ->
                candidate.go(Move.SUBMIT, Move.RECOMMEND, Move.OPEN_REVIEW).reviewed();
            case SHORTLISTED ->
                candidate
                        .go(Move.SUBMIT, Move.RECOMMEND, Move.OPEN_REVIEW)
                        .reviewed()
                        .go(Move.SHORTLIST);
            case RETURNED -> candidate.go(Move.SUBMIT, Move.RETURN);
            case REJECTED -> candidate.go(Move.SUBMIT, Move.REJECT);
            case WITHDRAWN -> candidate.go(Move.SUBMIT, Move.WITHDRAW);
            case APPROVED -> throw new IllegalArgumentException("a public comment takes days");
        }
        return candidate;
    }

    Candidate go(Move... moves) {
        for (var move : moves) {
            make(move).statusCode(move == Move.AMEND ? 200 : 201);
        }
        return this;
    }

    Candidate reviewed() {
        for (var expert : new String[] {"expert-1", "expert-2", "expert-3"}) {
            post(expert, "/reviews", REVIEW).statusCode(201);
        }
        return this;
    }

    ValidatableResponse make(Move move) {
        return switch (move) {
            case AMEND ->
                as(move.user)
                        .header("If-Match", "*")
                        .contentType("application/json")
                        .body(Api.application("示例单位-028", "tax"))
                        .put(path())
                        .then();
            case SUBMIT -> post(move.user, "/submissions", "");
            case RECOMMEND -> post(move.user, "/recommendations", "{\"note\": \"推荐\"}");
            case OPEN_REVIEW -> post(move.user, "/review-openings", "");
            case REVIEW -> post(move.user, "/reviews", REVIEW);
            case SHORTLIST -> post(move.user, "/shortlistings", "");
            case OBJECT -> post(move.user, "/objections", "{\"text\": \"有异议\"}");
            case SETTLE -> settle(objection(), false);
            case APPROVE -> post(move.user, "/approval", "");
            case RETURN -> post(move.user, "/returns", REASON);
            case REJECT -> post(move.user, "/rejections", REASON);
            case WITHDRAW -> post(move.user, "/withdrawals", REASON);
        };
    }

    ValidatableResponse settle(String objection, boolean upheld) {
        return post(
                "office",
                "/objections/" + objection + "/settlements",
                "{\"upheld\": %s, \"reason\": \"查明\"}".formatted(upheld));
    }

    /** The last objection to it. */
    String objection() {
        return look("office").extract().path("objections[-1].objectionId");
    }

    ValidatableResponse post(String user, String at, String body) {
        return Api.post(user, path() + at, body);
    }

    ValidatableResponse look(String user) {
        return as(user).get(path()).then();
    }

    String path() {
        return APPLICATIONS + "/" + id;
    }
}
