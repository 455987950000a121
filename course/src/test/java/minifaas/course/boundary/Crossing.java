package minifaas.course.boundary;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can cross from one process to another: data, and interfaces behind which the other process is called. */
final class Crossing {
    private static final Set<String> VALUES = Stream.of(
                    String.class,
                    Boolean.class,
                    Character.class,
                    Byte.class,
                    Short.class,
                    Integer.class,
                    Long.class,
                    Float.class,
                    Double.class,
                    UUID.class,
                    List.class,
                    Set.class,
                    Map.class,
                    Collection.class,
                    Optional.class,
                    CompletableFuture.class)
            .map(Class::getName)
            .collect(Collectors.toSet());

    private Crossing() {}

    /** Whether values of this type can cross, with all that they hold. */
    static boolean of(JavaType type) {
        return of(type, new HashSet<>());
    }

    private static boolean of(JavaType type, Set<JavaClass> seen) {
        return type.getAllInvolvedRawTypes().stream().allMatch(raw -> isData(raw.getBaseComponentType(), seen));
    }

    private static boolean isData(JavaClass type, Set<JavaClass> seen) {
        if (!seen.add(type)) return true;
        if (type.isPrimitive() || type.isEnum() || VALUES.contains(type.getName())) return true;
        if (type.getPackageName().equals("java.time")) return true;
        if (type.isInterface()) return isSeam(type);
        return type.isRecord()
                && type.getFields().stream()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .allMatch(component -> of(component.getType(), seen));
    }

    /** The program's own interfaces, and those that a lambda is written for. */
    private static boolean isSeam(JavaClass type) {
        return type.getPackageName().startsWith("minifaas.")
                || type.getPackageName().equals("java.util.function")
                || type.isEquivalentTo(Runnable.class);
    }
}
