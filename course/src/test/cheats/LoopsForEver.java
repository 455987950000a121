// attack: Never answers.
// exercise: 5.1
// explanation: did not end within
static Code of(byte[] archive) {
    while (true) Thread.onSpinWait();
}
