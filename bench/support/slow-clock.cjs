// valgrind makes a process some 30 times slower. A close that takes long is tested by another connection, which costs
// instructions that no usual run executes. So the clock of a counted process is slower, too.
const { bigint } = process.hrtime;
process.hrtime.bigint = () => bigint() / 30n;
