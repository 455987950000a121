package minifaas.site;

import java.util.Map;
import org.asciidoctor.ast.Document;
import org.asciidoctor.ast.Section;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.Treeprocessor;

/** Gives the chapters of a book their numbers in the syllabus, which Asciidoctor's counting would not meet. */
final class NumberedChapters extends Treeprocessor {
    private final Map<String, Integer> numbers;

    /** @param numbers by the chapters' titles */
    NumberedChapters(Map<String, Integer> numbers) {
        this.numbers = numbers;
    }

    @Override
    public Document process(Document book) {
        for (StructuralNode part : book.getBlocks()) {
            if (part instanceof Section chapter && numbers.containsKey(chapter.getTitle()))
                chapter.setTitle(numbers.get(chapter.getTitle()) + " " + chapter.getTitle());
        }
        return book;
    }
}
