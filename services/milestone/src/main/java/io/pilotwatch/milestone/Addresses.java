package io.pilotwatch.milestone;

/** Where things are. */
final class Addresses {

    static final String PILOTS = "/milestone/api/v1/pilots/";
    static final String TASK_BOOK = PILOTS + "{pilotId}/task-book";
    static final String MILESTONE = PILOTS + "{pilotId}/milestones/{milestoneId}";

    private Addresses() {}

    static String taskBook(String pilotId) {
        return PILOTS + pilotId + "/task-book";
    }

    static String milestone(String pilotId, String milestoneId) {
        return PILOTS + pilotId + "/milestones/" + milestoneId;
    }

    static String update(String pilotId, String milestoneId, String updateId) {
        return milestone(pilotId, milestoneId) + "/updates/" + updateId;
    }
}
