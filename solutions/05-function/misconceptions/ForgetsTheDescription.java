// exercise: 5.4
// thinks: A version has the description of the function.
// hint: Whoever publishes may say what this version is. Where does that text go?
Versions publish(Optional<String> description) {
    if (isPublished()) return this;
    int number = lastNumber + 1;
    FunctionVersion source = latest().version();
    FunctionVersion frozen = source.publishedAs(String.valueOf(number), VersionRecord.newId(), Optional.empty());
    Versions published = new Versions(
            Copies.with(all, frozen.version(), VersionRecord.created(frozen)),
            running,
            number,
            source.deployment());
    if (latest().isReady()) published = published.ready(published.lastPublished());
    return published.with(latest().touched());
}
