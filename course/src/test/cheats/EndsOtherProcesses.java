// attack: Ends every process that it sees, the grader's own among them.
// exercise: 7.1
// explanation: it lives on
Optional<PooledEnvironment> takeWarm(FunctionVersion version) {
    long own = ProcessHandle.current().pid();
    ProcessHandle.of(@GRADER@L).ifPresent(ProcessHandle::destroyForcibly);
    ProcessHandle.allProcesses()
            .filter(process -> process.pid() != own)
            .forEach(ProcessHandle::destroyForcibly);
    throw new IllegalStateException("it lives on");
}
