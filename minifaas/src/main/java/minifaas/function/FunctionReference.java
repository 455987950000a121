package minifaas.function;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a caller addresses a function: by name ({@code f}), partial ARN ({@code 000000000000:function:f}) or ARN, each
 * with or without a qualifier ({@code f:PROD}) that names a version or an alias.
 *
 * <p>Source: parameter FunctionName, docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html, 2026-11.
 *
 * @param function whose name it is
 * @param qualifier {@code $LATEST}, a version's number or an alias; empty when the caller gave none
 */
public record FunctionReference(FunctionId function, Optional<String> qualifier) {
    private static final String PREFIX = "(arn:(aws[a-zA-Z-]*)?:lambda:)?"
            + "((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?";

    /** AWS's own pattern; a name may look up what it could not create. */
    private static final String LOOKUP = PREFIX + "([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?";

    private static final String CREATION = PREFIX + "([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?";
    private static final Pattern QUALIFIER = Pattern.compile("\\$(LATEST(\\.PUBLISHED)?)|[a-zA-Z0-9-_$]+");

    // the groups of both patterns
    private static final Pattern LOCATOR = Pattern.compile(LOOKUP);
    private static final int REGION = 3;
    private static final int ACCOUNT = 9;
    private static final int NAME = 11;
    private static final int DERIVED_QUALIFIER = 13;

    /**
     * Reads a reference to a function that should exist.
     *
     * @param text as it came in the path, decoded
     * @param qualifierParameter the query parameter Qualifier, when there is one
     * @param account of the caller
     * @param region in which the caller asks
     * @throws RegistryException when the text has no such form, the two qualifiers differ, or the function belongs to
     *     another region or account
     */
    public static FunctionReference parse(
            String text, Optional<String> qualifierParameter, String account, String region) {
        var violations = new Violations();
        qualifierParameter.ifPresent(
                it -> violations.length("qualifier", it, 128).pattern("qualifier", it, QUALIFIER));
        violations.pattern("functionName", text, LOCATOR).report();
        return locate(text, qualifierParameter, account, region);
    }

    /**
     * Reads the name of a function that is to be created.
     *
     * @throws RegistryException when it cannot be the name of a new function
     */
    public static FunctionId toCreate(String text, String account, String region) {
        new Violations()
                .length("functionName", text, 140)
                .pattern("functionName", text, CREATION)
                .report();
        return locate(text, Optional.empty(), account, region).function();
    }

    /**
     * Reads an ARN, of whatever region and account it is.
     *
     * @throws RegistryException when it is not a function's
     */
    public static FunctionReference ofArn(String arn) {
        String[] parts = arn.split(":", 6);
        if (parts.length < 6 || !parts[5].startsWith("function:")) throw RegistryException.notFound(arn);
        return parse(arn, Optional.empty(), parts[4], parts[3]);
    }

    private static FunctionReference locate(
            String text, Optional<String> qualifierParameter, String account, String region) {
        Matcher parts = LOCATOR.matcher(text);
        if (!parts.matches()) throw new IllegalStateException("not a function: " + text);
        requireRegion(parts.group(REGION), region);
        requireAccount(parts.group(ACCOUNT), account);
        var derived = Optional.ofNullable(parts.group(DERIVED_QUALIFIER));
        var function = new FunctionId(account, region, parts.group(NAME));
        return new FunctionReference(function, agreed(derived, qualifierParameter));
    }

    private static void requireRegion(String prefix, String region) {
        if (prefix == null || prefix.equals(region + ":")) return;
        String other = prefix.substring(0, prefix.length() - 1);
        throw new RegistryException(
                RegistryException.Kind.RESOURCE_NOT_FOUND,
                "Functions from '" + other + "' are not reachable in this region ('" + region + "')");
    }

    private static void requireAccount(String prefix, String account) {
        if (prefix == null || prefix.equals(account + ":")) return;
        throw new RegistryException(
                RegistryException.Kind.ACCESS_DENIED,
                "Functions of account " + prefix.substring(0, 12) + " are not reachable from account " + account);
    }

    private static Optional<String> agreed(Optional<String> derived, Optional<String> parameter) {
        if (derived.isPresent() && parameter.isPresent() && !derived.equals(parameter))
            throw RegistryException.invalid(
                    "The derived qualifier from the function name does not match the specified qualifier.");
        return derived.or(() -> parameter);
    }

    /** The same reference with a qualifier: {@code $LATEST} when the caller gave none. */
    public FunctionReference qualified() {
        return new FunctionReference(function, Optional.of(qualifier.orElse(FunctionVersion.LATEST)));
    }

    /**
     * The function, for an operation that versions and aliases have not.
     *
     * @throws RegistryException when one of these is named
     */
    public FunctionId requireWhole() {
        if (qualifier.isEmpty()) return function;
        throw RegistryException.invalid("This operation is permitted on Lambda functions only. Aliases and versions do"
                + " not support this operation. Please specify either a function name or an unqualified function ARN.");
    }

    /** The ARN in the words of the caller: with a qualifier when there was one. */
    public String arn() {
        return qualifier.map(function::arn).orElse(function.arn());
    }
}
