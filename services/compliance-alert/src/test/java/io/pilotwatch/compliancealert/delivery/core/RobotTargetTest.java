package io.pilotwatch.compliancealert.delivery.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RobotTargetTest {

    private record Row(String target, String address, String secret, String masked) {}

    @TestFactory
    Stream<DynamicTest> the_secret_is_not_sent_and_the_rest_is_not_shown() {
        return Stream.of(
                        new Row(
                                "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7abc",
                                "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7abc",
                                null,
                                "https://qyapi.weixin.qq.com/…7abc"),
                        new Row(
                                "https://oapi.dingtalk.com/robot/send?access_token=0123456789&secret=SEC%2Babc",
                                "https://oapi.dingtalk.com/robot/send?access_token=0123456789",
                                "SEC+abc",
                                "https://oapi.dingtalk.com/…6789"),
                        new Row(
                                "https://oapi.dingtalk.com/robot/send?secret=SECabc&access_token=0123456789",
                                "https://oapi.dingtalk.com/robot/send?access_token=0123456789",
                                "SECabc",
                                "https://oapi.dingtalk.com/…6789"),
                        new Row(
                                "https://open.feishu.cn/open-apis/bot/v2/hook/0123-abcd?secret=s",
                                "https://open.feishu.cn/open-apis/bot/v2/hook/0123-abcd",
                                "s",
                                "https://open.feishu.cn/…abcd"),
                        new Row("https://robot.example/a", "https://robot.example/a", null, "https://robot.example/…"))
                .map(row -> DynamicTest.dynamicTest(row.target(), () -> {
                    var target = RobotTarget.of(row.target());
                    assertEquals(row.address(), target.address().toString());
                    assertEquals(row.secret(), target.secret());
                    assertEquals(row.masked(), target.masked());
                }));
    }
}
