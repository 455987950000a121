package minifaas.course.syllabus;

import java.util.List;

/**
 * What a student can do after a chapter.
 *
 * @param id chapter and letter, such as 7.a
 * @param text begins with a verb
 * @param facts ids in the ledger of facts that it covers, such as F22
 */
public record Objective(String id, String text, List<String> facts) {
    public Objective {
        facts = List.copyOf(facts);
    }
}
