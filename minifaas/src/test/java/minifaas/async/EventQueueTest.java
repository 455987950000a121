package minifaas.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import minifaas.async.EventTable.Change;
import minifaas.kernel.Database;
import org.junit.jupiter.api.Test;

class EventQueueTest extends WithQueue {
    private static final int THREADS = 8;
    private static final int EVENTS_EACH = 500;

    private List<QueuedEvent> first(String function, int limit) {
        return queue.first(function(function), Set.of(), limit).join();
    }

    @Test
    void anEventIsKeptWithAllThatBelongsToIt() throws Exception {
        stopDeliveries();
        var event = new QueuedEvent(
                "id",
                event("f", Optional.of("PROD"), "").function(),
                "{\"ü\":1}".getBytes(StandardCharsets.UTF_8),
                Optional.of("{}"),
                "Root=1",
                clock.now(),
                1,
                2,
                clock.now().plusSeconds(60));
        queue.keep(event);
        reopenQueue();

        assertThat(first("f", 5)).singleElement().usingRecursiveComparison().isEqualTo(event);
    }

    @Test
    void whatIsChangedAndRemovedStaysSoAfterARestart() throws Exception {
        stopDeliveries();
        QueuedEvent one = event("f", "1");
        QueuedEvent two = event("f", "2");
        queue.keep(one);
        queue.keep(two);
        QueuedEvent later = one.invoked().due(clock.now().plusSeconds(60));
        assertThat(queue.change(new Change(one, later))).isCompleted();
        assertThat(queue.remove(two)).isCompleted();
        reopenQueue();

        assertThat(first("f", 5)).singleElement().usingRecursiveComparison().isEqualTo(later);
    }

    @Test
    void whatGathersWhileTheWriterIsBusyIsOneTransaction() {
        stopDeliveries();
        thread.hold();
        var kept = new ArrayList<CompletableFuture<Void>>();
        for (int i = 0; i < 100; i++) kept.add(send("f", "e" + i));
        assertThat(kept).noneMatch(CompletableFuture::isDone);
        assertThat(thread.waiting()).isOne();
        thread.goOn();

        assertThat(kept).allMatch(CompletableFuture::isDone);
        assertThat(waiting()).isEqualTo(100);
    }

    @Test
    void whenATransactionFailsSoDoAllItsEventsAndNoOther() {
        stopDeliveries();
        sql("alter table event rename to hidden");
        thread.hold();
        CompletableFuture<Void> one = send("f", "1");
        CompletableFuture<Void> two = send("g", "2");
        thread.goOn();
        assertThat(one).isCompletedExceptionally();
        assertThat(two).isCompletedExceptionally();
        sql("alter table hidden rename to event");

        assertThat(send("f", "3")).isCompleted();
        assertThat(waiting()).isOne();
    }

    @Test
    void whoeverWaitsIsAnsweredWhateverGoesWrong() {
        stopDeliveries();
        var broken = new QueuedEvent("id", null, new byte[0], Optional.empty(), "", clock.now(), 0, 0, clock.now());

        assertThat(queue.keep(broken)).isCompletedExceptionally();
        assertThat(send("f", "1")).isCompleted();
    }

    @Test
    void theDepthIsKnownWithoutCounting() throws Exception {
        stopDeliveries();
        for (int i = 0; i < 10; i++) send("f", "f" + i);
        for (int i = 0; i < 10; i++) send("g", "g" + i);
        queue.remove(event("f", "f3"));
        queue.remove(event("f", "f3"));
        assertThat(queue.depth()).isEqualTo(19);
        sql("alter table event rename to hidden");
        send("f", "lost");
        assertThat(queue.depth()).isEqualTo(19);
        sql("alter table hidden rename to event");
        queue.drop(function("g"), clock.now());
        assertThat(queue.depth()).isEqualTo(9).isEqualTo(waiting());
        reopenQueue();
        assertThat(queue.depth()).isEqualTo(9);
    }

    @Test
    void whatCannotBeWrittenInTimeIsRefusedBeforeItFillsTheMemory() {
        thread.hold();
        var event = new QueuedEvent(
                "id",
                event("f", "").function(),
                new byte[1024 * 1024],
                Optional.empty(),
                "",
                clock.now(),
                0,
                0,
                clock.now());
        var kept = new ArrayList<CompletableFuture<Void>>();
        for (int i = 0; i < 100; i++) kept.add(queue.keep(event));

        assertThat(kept.stream().filter(CompletableFuture::isCompletedExceptionally))
                .hasSize(100 - 64);
        stopDeliveries();
        thread.goOn();
        assertThat(waiting()).isEqualTo(64);
    }

    @Test
    void oneCallerCannotEndTheWaitOfTheOthers() {
        stopDeliveries();
        thread.hold();
        CompletableFuture<Void> one = send("f", "1");
        CompletableFuture<Void> two = send("f", "2");
        one.cancel(true);
        assertThat(two).isNotDone();
        thread.goOn();
        assertThat(two).isCompleted();
    }

    @Test
    void manyThreadsKeepAndRemoveAndNothingIsLost() throws Exception {
        stopDeliveries();
        var threads = Executors.newFixedThreadPool(THREADS);
        var own = new EventQueue(database);
        var all = new ArrayList<CompletableFuture<?>>();
        for (int number = 0; number < THREADS; number++) {
            String prefix = "t" + number + "-";
            all.add(CompletableFuture.runAsync(
                    () -> {
                        for (int i = 0; i < EVENTS_EACH; i++) {
                            QueuedEvent event = event("f", prefix + i);
                            var done = own.keep(event);
                            if (i % 2 == 0) done.thenCompose(kept -> own.remove(event));
                            if (i % 50 == 0) done.join();
                        }
                    },
                    threads));
        }
        for (var each : all) each.get(60, TimeUnit.SECONDS);
        threads.shutdown();
        own.close();

        List<QueuedEvent> left = first("f", THREADS * EVENTS_EACH);
        assertThat(left.stream().filter(event -> isOdd(event.id()))).hasSize(THREADS * EVENTS_EACH / 2);
    }

    private static boolean isOdd(String id) {
        return Integer.parseInt(id.substring(id.indexOf('-') + 1)) % 2 == 1;
    }

    @Test
    void afterItIsClosedNothingIsAccepted() throws Exception {
        var own = new EventQueue(database);
        CompletableFuture<Void> before = own.keep(event("f", "1"));
        own.close();

        assertThat(before.get(10, TimeUnit.SECONDS)).isNull();
        assertThat(own.keep(event("f", "2"))).isCompletedExceptionally();
    }

    @Test
    void whoeverKeepsAnEventWhileItIsClosedIsAnswered() throws Exception {
        stopDeliveries();
        var threads = Executors.newFixedThreadPool(THREADS);
        for (int round = 0; round < 20; round++) {
            var own = new EventQueue(database);
            var answers = new ConcurrentLinkedQueue<CompletableFuture<Void>>();
            var senders = new ArrayList<CompletableFuture<?>>();
            for (int thread = 0; thread < THREADS; thread++)
                senders.add(CompletableFuture.runAsync(() -> keepUntilRefused(own, answers), threads));
            while (answers.size() < THREADS) Thread.onSpinWait();
            own.close();
            for (var sender : senders) sender.get(10, TimeUnit.SECONDS);
            for (var answer : answers) answer.exceptionally(refused -> null).get(10, TimeUnit.SECONDS);
        }
        threads.shutdown();
    }

    private void keepUntilRefused(EventQueue own, Queue<CompletableFuture<Void>> answers) {
        CompletableFuture<Void> answer;
        do {
            answer = own.keep(event("f", "e"));
            answers.add(answer);
        } while (!answer.isCompletedExceptionally());
    }

    @Test
    void eachQuestionIsAnsweredByTheIndex() {
        for (String question : List.of(EventTable.FUNCTIONS, EventTable.FIRST, EventTable.DELETE, EventTable.DROP)) {
            List<String> plan = plan(question);
            assertThat(plan).as(question).anyMatch(step -> step.contains("INDEX event_by_due"));
            assertThat(plan)
                    .as(question)
                    .noneMatch(step -> step.contains("SCAN event") || step.contains("TEMP B-TREE"));
        }
    }

    private List<String> plan(String sql) {
        return database.transaction(connection -> {
            try (var explain = connection.prepareStatement("explain query plan " + sql);
                    var rows = explain.executeQuery()) {
                var steps = new ArrayList<String>();
                while (rows.next()) steps.add(rows.getString("detail"));
                return steps;
            }
        });
    }

    private void stopDeliveries() {
        deliveries.close();
    }

    private void reopenQueue() throws Exception {
        close();
        thread = new HeldExecutor();
        database = Database.open(folder.resolve("events.db"));
        queue = new EventQueue(new EventTable(database), thread, thread);
    }
}
