package minifaas.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * What a bug, or a database or a destination that refuses, does to events: nothing is lost, and no function runs again each
 * second, or because something could not be written down.
 */
class FailedDeliveriesTest extends WithQueue {
    @Test
    void anEventThatNobodyTakesOverIsHandedOverAgainAndTheFunctionDoesNotRunAgain() {
        destination = (finish, response, ofEvent) -> finished.size() < 3
                ? CompletableFuture.failedFuture(new IllegalStateException("not now"))
                : CompletableFuture.completedFuture(null);
        send("f", "e1");
        assertThat(waiting()).isOne();
        advance(Duration.ofSeconds(2));

        assertThat(finished).hasSize(3);
        assertThat(invoked).containsExactly("e1");
        assertThat(waiting()).isZero();
    }

    @Test
    void whatTheDatabaseCannotWriteIsWrittenLaterAndTheFunctionDoesNotRunAgain() {
        functions = this::hang;
        send("f", "e1");
        sql("alter table event rename to hidden");
        end(0, SUCCESS);
        assertThat(send("f", "e2")).isCompletedExceptionally();
        sql("alter table hidden rename to event");
        advance(Duration.ofSeconds(1));

        assertThat(waiting()).isZero();
        assertThat(invoked).containsExactly("e1");
        assertThat(send("f", "e3")).isCompleted();
        assertThat(invoked).containsExactly("e1", "e3");
    }

    @Test
    void afterABugTheEventIsTriedAgain() {
        functions = (function, invocation) -> {
            if (invoked.size() == 1) throw new IllegalStateException("a bug");
            if (invoked.size() == 2) return CompletableFuture.failedFuture(new IllegalStateException("another"));
            return answer(SUCCESS);
        };
        send("f", "e1");
        assertThat(invoked).hasSize(1);
        advance(Duration.ofSeconds(1));
        assertThat(invoked).hasSize(2);
        advance(Duration.ofSeconds(2));

        assertThat(conditions()).containsExactly("e1 Success 1");
    }

    @Test
    void aBugAfterTheRunDoesNotMakeTheFunctionRunEachSecond() {
        functions = (function, invocation) -> CompletableFuture.completedFuture(null);
        send("f", "e1");
        advance(Duration.ofSeconds(59));
        assertThat(invoked).hasSize(1);
        advance(Duration.ofSeconds(1));
        assertThat(invoked).hasSize(2);
    }

    @Test
    void aBugOfWhoeverTakesOverDoesNotMakeTheFunctionRunAgain() {
        destination = (finish, response, ofEvent) -> {
            if (finished.size() < 3) throw new IllegalStateException("a bug");
            return CompletableFuture.completedFuture(null);
        };
        send("f", "e1");
        advance(Duration.ofSeconds(2));

        assertThat(invoked).containsExactly("e1");
        assertThat(waiting()).isZero();
    }

    @Test
    void aStartThatCannotReadTheQueueTriesAgain() {
        deliveries.close();
        send("f", "e1");
        sql("alter table event rename to hidden");
        deliveries.start();
        sql("alter table hidden rename to event");
        assertThat(invoked).isEmpty();

        advance(Duration.ofSeconds(1));
        assertThat(invoked).containsExactly("e1");
    }

    @Test
    void aDeletionThatTheDatabaseCannotWriteIsDoneLater() {
        functions = this::hang;
        for (int i = 0; i < 20; i++) send("f", "e" + i);
        gone.add("f");
        sql("alter table event rename to hidden");
        deliveries.changed(function("f"));
        sql("alter table hidden rename to event");
        assertThat(waiting()).isEqualTo(20);
        gone.remove("f"); // a new function has the name
        advance(Duration.ofSeconds(1));

        assertThat(waiting()).isZero();
    }
}
