// exercise: 5.4
// thinks: Publishing always makes a version.
// hint: What would a second copy of the same code and settings be good for?
Versions publish(Optional<String> description) {
    int number = lastNumber + 1;
    FunctionVersion source = latest().version();
    FunctionVersion frozen = source.publishedAs(String.valueOf(number), VersionRecord.newId(), description);
    Versions published = new Versions(
            Copies.with(all, frozen.version(), VersionRecord.created(frozen)),
            running,
            number,
            source.deployment());
    if (latest().isReady()) published = published.ready(published.lastPublished());
    return published.with(latest().touched());
}
