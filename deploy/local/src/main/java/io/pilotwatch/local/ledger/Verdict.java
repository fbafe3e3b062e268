package io.pilotwatch.local.ledger;

import io.pilotwatch.contracts.Text;

/** What became of a verification. */
sealed interface Verdict {

    /** Said in one line. */
    String line();

    /** Nothing is wrong, and nothing is missing of what there was at {@code asOf}. */
    record Whole(String pilotId, int count, String asOf) implements Verdict {
        @Override
        public String line() {
            return "whole: %s, %d %s, as of %s".formatted(pilotId, count, count == 1 ? "receipt" : "receipts", asOf);
        }
    }

    /** Nothing is wrong between these entries of a service's audit log, nor missing up to the last. */
    record WholeAudit(String service, long first, long last, String at) implements Verdict {
        @Override
        public String line() {
            return "whole: %s, entries %d to %d, as of %s".formatted(service, first, last, at);
        }
    }

    /** The first thing that is wrong. */
    record Broken(Text place, Text why) implements Verdict {
        static Broken atReceipt(int number, Text why) {
            return new Broken(new Text("第 %d 份回执".formatted(number), "receipt " + number), why);
        }

        static Broken atEntry(long position, Text why) {
            return new Broken(new Text("第 %d 条记录".formatted(position), "entry " + position), why);
        }

        static Broken atCheckpoint(int number, Text why) {
            return new Broken(new Text("第 %d 个检查点".formatted(number), "checkpoint " + number), why);
        }

        static Broken atTheHead(Text why) {
            return new Broken(new Text("台账签名", "the head"), why);
        }

        @Override
        public String line() {
            return "broken at %s: %s · %s有误：%s".formatted(place.en(), why.en(), place.zh(), why.zh());
        }
    }
}
