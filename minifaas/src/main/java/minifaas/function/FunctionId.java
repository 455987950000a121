package minifaas.function;

/**
 * Which function: names are unique within one account and region.
 *
 * @param account 12 digits
 * @param region such as {@code us-east-1}
 * @param name 1 to 64 letters, digits, hyphens and underscores
 */
public record FunctionId(String account, String region, String name) {
    /** The unqualified Amazon Resource Name. */
    public String arn() {
        return "arn:aws:lambda:" + region + ":" + account + ":function:" + name;
    }

    /** The ARN of one version or alias. */
    public String arn(String qualifier) {
        return arn() + ":" + qualifier;
    }
}
