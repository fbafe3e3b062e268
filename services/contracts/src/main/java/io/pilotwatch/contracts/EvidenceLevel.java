package io.pilotwatch.contracts;

/** Who vouches for a piece of evidence, least first. */
public enum EvidenceLevel {
    DECLARED("自证", "Declared"),
    THIRD_PARTY("第三方", "Third party"),
    AUTHORITY("主管部门核验", "Verified by the authority");

    private final Text text;

    EvidenceLevel(String zh, String en) {
        text = new Text(zh, en);
    }

    /** The level in words. */
    public Text text() {
        return text;
    }
}
