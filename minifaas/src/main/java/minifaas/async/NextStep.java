package minifaas.async;

/** What becomes of an event after an attempt. */
sealed interface NextStep {
    /**
     * It is tried again.
     *
     * @param event with its counts, and the moment of the next attempt
     */
    record Retry(QueuedEvent event) implements NextStep {}

    /**
     * It is not tried again.
     *
     * @param event with its counts
     * @param condition why not
     */
    record Finish(QueuedEvent event, Condition condition) implements NextStep {}
}
