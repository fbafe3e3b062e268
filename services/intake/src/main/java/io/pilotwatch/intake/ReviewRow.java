package io.pilotwatch.intake;

import io.pilotwatch.intake.core.Review;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One expert's review. Only ever added. */
@Entity
@Immutable
@Table(name = "review")
@IdClass(ReviewRow.Key.class)
class ReviewRow {

    /** An application has at most one review a version. */
    record Key(String pilotId, long version) {}

    @Id
    String pilotId;

    @Id
    long version;

    int round;
    String byAccount;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    List<String> criteria;

    /** In the order of the criteria. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "int[]")
    List<Integer> scores;

    int score;
    boolean supports;
    String opinion;
    Instant givenAt;

    static ReviewRow of(ApplicationRow application, Review review, Instant now) {
        var row = new ReviewRow();
        row.pilotId = application.pilotId;
        row.version = application.version;
        row.round = application.round;
        row.byAccount = review.by();
        row.criteria = new ArrayList<>(review.scores().keySet());
        row.scores = row.criteria.stream().map(review.scores()::get).toList();
        row.score = review.score();
        row.supports = review.supports();
        row.opinion = review.opinion();
        row.givenAt = now;
        return row;
    }

    Review review() {
        return new Review(byAccount, byCriterion(), score, supports, opinion);
    }

    Map<String, Integer> byCriterion() {
        var all = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < criteria.size(); i++) {
            all.put(criteria.get(i), scores.get(i));
        }
        return all;
    }
}
