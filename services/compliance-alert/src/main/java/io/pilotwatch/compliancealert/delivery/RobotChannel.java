package io.pilotwatch.compliancealert.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotwatch.compliancealert.delivery.core.Answer;
import io.pilotwatch.compliancealert.delivery.core.Answer.Outcome;
import io.pilotwatch.compliancealert.delivery.core.ChannelKind;
import io.pilotwatch.compliancealert.delivery.core.Chat;
import io.pilotwatch.compliancealert.delivery.core.Message;
import io.pilotwatch.compliancealert.delivery.core.Robot;
import io.pilotwatch.compliancealert.delivery.core.RobotTarget;
import io.pilotwatch.compliancealert.delivery.core.Subscription;
import io.pilotwatch.platform.WallClock;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** By the group robot of a chat program, whose answer is read: 200 alone does not mean that the group has the message. */
class RobotChannel implements Channel {

    private final Robot robot;
    private final Contents contents;
    private final Http http;
    private final ObjectMapper mapper;
    private final WallClock wall;

    RobotChannel(Robot robot, Contents contents, Http http, ObjectMapper mapper, WallClock wall) {
        this.robot = robot;
        this.contents = contents;
        this.http = http;
        this.mapper = mapper;
        this.wall = wall;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.valueOf(robot.name());
    }

    @Override
    public Answer send(Subscription to, Message message) throws InterruptedException {
        var target = RobotTarget.of(to.target());
        var chat = Chat.of(contents.of(message), to.preferences().language().locale());
        var payload = new LinkedHashMap<String, Object>();
        var now = wall.now();
        if (robot == Robot.FEISHU && target.secret() != null) {
            payload.putAll(RobotSigning.feishu(target.secret(), now));
        }
        payload.putAll(robot.payload(chat));
        var headers = Map.of("content-type", "application/json; charset=utf-8", "user-agent", "Pilotwatch");
        return read(http.post(address(target, now), headers, json(payload)));
    }

    private URI address(RobotTarget target, Instant now) {
        return robot == Robot.DINGTALK && target.secret() != null
                ? target.with(RobotSigning.dingTalk(target.secret(), now))
                : target.address();
    }

    /** What the robot says itself, where HTTP says that it was reached. */
    private Answer read(Answer answer) {
        var said = said(answer.text());
        if (said == null || !said.path(robot.codeField()).canConvertToLong()) {
            return answer.delivered()
                    ? Answer.of(Outcome.FAILED, answer.status(), answer.text(), answer.retryAfter())
                    : answer;
        }
        var code = said.path(robot.codeField()).asLong();
        var pause = robot.pauseAfter(code, said.path(robot.messageField()).asText(null));
        if (pause.isPresent()) {
            return Answer.of(Outcome.OVERLOADED, answer.status(), answer.text(), pause.get());
        }
        return code == 0 || !answer.delivered()
                ? answer
                : Answer.of(Outcome.FAILED, answer.status(), answer.text(), answer.retryAfter());
    }

    private JsonNode said(String text) {
        try {
            var read = text == null ? null : mapper.readTree(text);
            return read != null && read.isObject() ? read : null;
        } catch (JsonProcessingException noJson) {
            return null;
        }
    }

    private byte[] json(Map<String, Object> payload) {
        try {
            return mapper.writeValueAsBytes(payload);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
