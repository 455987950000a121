package minifaas.aws;

/**
 * Who calls, and in which region: what a request's signature claims. The signature itself is not checked.
 *
 * <p>Source: "Signature Version 4: elements of a request", docs.aws.amazon.com/IAM/latest/UserGuide, 2026-11.
 *
 * @param account 12 digits
 * @param region such as {@code us-east-1}
 */
public record Caller(String account, String region) {
    /** Of a request without a signature. */
    public static final Caller UNKNOWN = new Caller("000000000000", "us-east-1");

    private static final String CREDENTIAL = "Credential=";

    /**
     * Reads the credential scope, {@code ACCESS-KEY/20261121/us-east-1/lambda/aws4_request}. An access key of 12
     * digits is taken as the account, so that exercises can have several.
     *
     * @param authorization the header Authorization, null when absent
     * @param queryCredential the query parameter X-Amz-Credential of a presigned URL, null when absent
     */
    public static Caller of(String authorization, String queryCredential) {
        if (authorization != null && authorization.startsWith("AWS4-")) {
            int start = authorization.indexOf(CREDENTIAL);
            if (start < 0) return UNKNOWN;
            int end = authorization.indexOf(',', start);
            return ofScope(
                    authorization.substring(start + CREDENTIAL.length(), end < 0 ? authorization.length() : end));
        }
        return queryCredential == null ? UNKNOWN : ofScope(queryCredential);
    }

    private static Caller ofScope(String scope) {
        String[] parts = scope.trim().split("/", -1);
        if (parts.length != 5 || !isRegion(parts[2])) return UNKNOWN;
        return new Caller(isAccount(parts[0]) ? parts[0] : UNKNOWN.account, parts[2]);
    }

    private static boolean isAccount(String accessKey) {
        return accessKey.length() == 12 && accessKey.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Becomes part of ARNs and of folder names, so it must look like one. */
    private static boolean isRegion(String text) {
        return !text.isEmpty()
                && text.length() <= 32
                && text.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-');
    }
}
