package minifaas.function;

/**
 * What an account holds in a region (AWS: AccountUsage of GetAccountSettings).
 *
 * @param codeBytes sum of the archives of all versions, in bytes
 * @param functions how many there are
 */
public record Usage(long codeBytes, long functions) {}
