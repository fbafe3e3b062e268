package io.pilotwatch.compliancealert.delivery.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            nullValues = "good",
            value = {
                "https://hooks.example.cn/a?key=1, good",
                "http://hooks.example.cn:8080, good",
                "'https://[2400:3200::1]/', good",
                "HTTPS://hooks.example.cn/, good",
                "ftp://hooks.example.cn/, TARGET_NOT_HTTP",
                "file:///etc/passwd, TARGET_NOT_HTTP",
                "hooks.example.cn/a, TARGET_NOT_HTTP",
                "/a, TARGET_NOT_HTTP",
                "https:///a, TARGET_NOT_HTTP",
                "https://hooks.example.cn/#part, TARGET_NOT_HTTP",
                "https://hooks.example.cn:0/, TARGET_NOT_HTTP",
                "https://hooks.example.cn:70000/, TARGET_NOT_HTTP",
                "'https://hooks.example.cn/a b', TARGET_NOT_HTTP",
                "https://区块链.example/, TARGET_NOT_HTTP",
                "https://me:word@hooks.example.cn/, TARGET_WITH_CREDENTIALS",
                "https://me@hooks.example.cn/, TARGET_WITH_CREDENTIALS",
            })
    void an_http_target_is_looked_at(String target, SubscriptionRefusal fault) {
        assertEquals(Optional.ofNullable(fault), Target.faultOfHttp(target));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            nullValues = "good",
            value = {
                "jianguan@tax.example.cn, good",
                "监管@tax.example.cn, good",
                "a.b+c@x-y.example, good",
                "tax.example.cn, TARGET_NOT_EMAIL",
                "a@b, TARGET_NOT_EMAIL",
                "'a@x.example, b@x.example', TARGET_NOT_EMAIL",
                "'A <a@x.example>', TARGET_NOT_EMAIL",
                "'a@x.example\nBcc: b@x.example', TARGET_NOT_EMAIL",
            })
    void an_e_mail_target_is_looked_at(String target, SubscriptionRefusal fault) {
        assertEquals(Optional.ofNullable(fault), Target.faultOfEmail(target));
    }
}
