package io.pilotwatch.compliancealert.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotwatch.compliancealert.delivery.core.Robot;
import io.pilotwatch.platform.WallClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The three robots. */
@ApplicationScoped
class RobotChannels {

    private final Contents contents;
    private final Http http;
    private final ObjectMapper mapper;
    private final WallClock wall;

    RobotChannels(Contents contents, Http http, ObjectMapper mapper, WallClock wall) {
        this.contents = contents;
        this.http = http;
        this.mapper = mapper;
        this.wall = wall;
    }

    @Produces
    @Singleton
    Channel weCom() {
        return channel(Robot.WECOM);
    }

    @Produces
    @Singleton
    Channel dingTalk() {
        return channel(Robot.DINGTALK);
    }

    @Produces
    @Singleton
    Channel feishu() {
        return channel(Robot.FEISHU);
    }

    private Channel channel(Robot robot) {
        return new RobotChannel(robot, contents, http, mapper, wall);
    }
}
