package io.pilotwatch.reporting.savedview;

import io.pilotwatch.contracts.Nullable;
import io.pilotwatch.contracts.Refusal;
import io.pilotwatch.contracts.Text;

/** Why a view is not saved. */
enum SavedViewRefusal implements Refusal {
    NAME_TAKEN("您已有同名视图。", "You have a view of this name already."),
    TOO_MANY_VIEWS(
            "每个账号最多保存 %d 个视图。".formatted(SavedViewDesk.MOST),
            "An account keeps at most %d views.".formatted(SavedViewDesk.MOST));

    private final Text text;

    SavedViewRefusal(String zh, String en) {
        text = new Text(zh, en);
    }

    @Override
    public Text text() {
        return text;
    }

    @Override
    @Nullable
    public String pointer() {
        return null;
    }
}
