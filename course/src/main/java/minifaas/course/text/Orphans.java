package minifaas.course.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import minifaas.course.syllabus.Chapter;
import minifaas.course.syllabus.Exercise;
import minifaas.course.syllabus.Misconception;
import minifaas.course.syllabus.Objective;
import minifaas.course.syllabus.Syllabus;

/**
 * Finds what nothing stands for, in either direction: exercises, objectives, misconceptions and facts without what
 * checks, covers, holds or shows them, and the other way round.
 *
 * <p>A chapter counts as soon as the syllabus has its question.
 */
public final class Orphans {
    private static final Pattern ANCHOR = Pattern.compile("\\[\\[(F\\d+)(?:,[^]]*)?]]");

    private final Syllabus syllabus;
    private final Ledger ledger;
    private final Contents contents;
    private final List<String> problems = new ArrayList<>();

    private Orphans(Syllabus syllabus, Ledger ledger, Contents contents) {
        this.syllabus = syllabus;
        this.ledger = ledger;
        this.contents = contents;
    }

    /** A sentence for each; empty when all is joined. */
    public static List<String> in(Syllabus syllabus, Ledger ledger, Contents contents) {
        var orphans = new Orphans(syllabus, ledger, contents);
        for (Chapter chapter : syllabus.chapters()) {
            if (!chapter.hasText()) continue;
            orphans.findExercises(chapter);
            orphans.findMisconceptions(chapter);
            orphans.findObjectives(chapter);
            orphans.findFacts(chapter);
        }
        orphans.findTestsOfNothing();
        orphans.findFilesOfNothing();
        return List.copyOf(orphans.problems);
    }

    private void findExercises(Chapter chapter) {
        for (Exercise exercise : chapter.exercises()) {
            if (!contents.checkedExercises().contains(exercise.id()))
                problems.add("exercise " + exercise.id() + " has no graded test");
        }
    }

    private void findMisconceptions(Chapter chapter) {
        Set<String> files = contents.misconceptions().getOrDefault(chapter.fileName(), Set.of());
        for (Misconception misconception : chapter.misconceptions()) {
            if (!files.contains(misconception.name()))
                problems.add("misconception " + misconception.name() + " is not in solutions/" + chapter.fileName());
            if (chapter.exercises().stream().noneMatch(each -> each.id().equals(misconception.exercise())))
                problems.add("misconception " + misconception.name() + " is of no exercise of chapter "
                        + chapter.number() + ": " + misconception.exercise());
        }
    }

    private void findObjectives(Chapter chapter) {
        List<String> facts = ledger.of(chapter.number());
        var covered = new TreeSet<String>();
        for (Objective objective : chapter.objectives()) {
            covered.addAll(objective.facts());
            if (objective.text().isBlank()) problems.add("objective " + objective.id() + " has no text");
            if (objective.facts().isEmpty() && !facts.isEmpty())
                problems.add("objective " + objective.id() + " covers no fact");
            for (String fact : objective.facts()) {
                if (!facts.contains(fact))
                    problems.add("objective " + objective.id() + " covers " + fact
                            + ", which the ledger does not give to chapter " + chapter.number());
            }
        }
        for (String fact : facts) {
            if (!covered.contains(fact))
                problems.add("fact " + fact + " is in no objective of chapter " + chapter.number());
        }
    }

    private void findFacts(Chapter chapter) {
        Page page = contents.pages().get(chapter.number());
        if (page == null) {
            problems.add("chapter " + chapter.number() + " has a question and no text");
            return;
        }
        Set<String> said = anchors(page);
        Set<String> shown = shownIn(page);
        for (String fact : ledger.of(chapter.number())) {
            if (!said.contains(fact)) problems.add(page.name() + " has no anchor [[" + fact + "]]");
            if (!shown.contains(fact) && !contents.testedFacts().contains(fact))
                problems.add("neither a transcript of " + page.name() + " nor a test shows " + fact);
        }
        said.stream()
                .filter(fact -> !ledger.has(fact))
                .forEach(fact -> problems.add(page.name() + " has an anchor of no fact: " + fact));
        shown.stream()
                .filter(fact -> !ledger.has(fact))
                .forEach(fact -> problems.add(page.name() + " has a transcript that shows no fact: " + fact));
    }

    private void findTestsOfNothing() {
        for (String id : contents.checkedExercises()) {
            if (syllabus.exercise(id).isEmpty()) problems.add("a graded test checks no exercise: " + id);
        }
        for (String fact : contents.testedFacts()) {
            if (!ledger.has(fact)) problems.add("a test is tagged with no fact: " + fact);
        }
    }

    private void findFilesOfNothing() {
        for (Map.Entry<String, Set<String>> folder : contents.misconceptions().entrySet()) {
            for (String name : folder.getValue()) {
                boolean isListed = syllabus.chapters().stream()
                        .filter(chapter -> chapter.fileName().equals(folder.getKey()))
                        .flatMap(chapter -> chapter.misconceptions().stream())
                        .anyMatch(misconception -> misconception.name().equals(name));
                if (!isListed)
                    problems.add(
                            "solutions/" + folder.getKey() + " has a misconception that the syllabus has not: " + name);
            }
        }
    }

    private static Set<String> anchors(Page page) {
        var anchors = new TreeSet<String>();
        Matcher anchor = ANCHOR.matcher(page.prose());
        while (anchor.find()) anchors.add(anchor.group(1));
        return anchors;
    }

    private static Set<String> shownIn(Page page) {
        var shown = new TreeSet<String>();
        for (Listing listing : page.listings()) {
            if (listing.isTranscript()) shown.addAll(listing.facts());
        }
        return shown;
    }
}
