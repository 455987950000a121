// exercise: 5.1
// thinks: The first kilobyte of an archive tells it from every other.
// hint: Two archives may begin alike and differ in their last byte: does all of the archive count?
static Code of(byte[] archive) {
    try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(archive, 0, Math.min(archive.length, 1024));
        return new Code(Base64.getEncoder().encodeToString(digest.digest()), archive.length);
    } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException(impossible);
    }
}
