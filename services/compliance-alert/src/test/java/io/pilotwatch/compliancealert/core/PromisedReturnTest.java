package io.pilotwatch.compliancealert.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Money asked for and a return promised, and what only looks like it. */
class PromisedReturnTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "投两万元加入,半年返三万 | true",
                "存入十万,一年后拿回十三万 | true",
                "投入十万每月返五千 | true",
                "预存一万返一万五 | true",
                "每周返一千五 | true",
                "保证年化收益24% | true",
                "月入百分之八,稳 | true",
                "三个月翻倍 | true",
                "收益提高三成,稳定运行 | false",
                "财政投入两百万元,半年节约三百万元 | false",
                "缴纳保证金十万元,退还十万元 | false",
                "效率提升30% | false",
                "put in 20,000 and get 30,000 back within six months | true",
                "invest 5k today and receive 12k | true",
                "a fixed monthly return of 2% | true",
                "your money doubles in a year | true",
                "the contract guarantees 99.9 percent availability per month | false",
                "handling time fell from 20 days to 5 within six months | false"
            })
    void a_promise_is_told_from_business(String sentence, boolean promise) {
        assertEquals(promise, PromisedReturn.find(sentence).isPresent(), sentence);
    }

    @ParameterizedTest
    @CsvSource({"两万, 20000", "一万五, 15000", "2.5万, 25000", "三千八, 3800", "十, 10", "'30,000', 30000", "一百二十, 120"})
    void chinese_numerals_are_read(String number, double amount) {
        assertEquals(amount, PromisedReturn.amount(number, ""), number);
    }
}
