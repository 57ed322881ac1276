import { chmod, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Receiver, startReceiver } from '../../src/receiver/index.ts';
import { bareEnv, type ChildResult, finishChild, startChild } from '../support/child.ts';
import { runCli, startCli } from '../support/cli.ts';
import { startServer } from '../support/faulty-server.ts';
import { needs } from '../support/needs.ts';
import { createWorkspace } from './act.ts';

const node = (script: string, ...args: string[]): string[] => ['--', process.execPath, '-e', script, ...args];
const WHERE = ['-g', 'g', '-s', 's', '--retries', '0'];

/** Runs `carbonclient run` with a receiver. The lines are those that arrived, without their time. */
async function run(
  args: readonly string[],
  options: Parameters<typeof runCli>[1] = {},
): Promise<ChildResult & { readonly lines: string[] }> {
  await using receiver = await startReceiver();
  const result = await runCli(['run', ...to(receiver), ...args], options);
  expect(receiver.badLines).toEqual([]);
  return { ...result, lines: linesOf(receiver) };
}

function to(receiver: Receiver): string[] {
  return ['-c', `127.0.0.1:${receiver.port}`, ...WHERE];
}

function linesOf(receiver: Receiver): string[] {
  return receiver.lines.map(({ text }) => text.replace(/ \d+$/, ''));
}

describe.concurrent('carbonclient run', () => {
  it('sends the duration and success of the command, and leaves standard output to it', async () => {
    const { exitCode, stdout, stderr, lines } = await run([
      '--name',
      'unit tests',
      ...node('process.stdin.pipe(process.stdout)'),
    ]);
    expect([exitCode, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(
      /^Confirmed: 2 metrics .* First path: g\.s\.step\.unit_tests\.duration_seconds\n$/m,
    );
    expect(lines).toEqual([
      expect.stringMatching(/^g\.s\.step\.unit_tests\.duration_seconds \d+(?:\.\d{1,3})?$/),
      'g.s.step.unit_tests.success 1',
    ]);
  });

  it("passes on the command's input, output, arguments and errors unchanged", async () => {
    const script = 'process.stdin.pipe(process.stdout);console.error(process.argv.slice(1).join("|"))';
    const { stdout, stderr } = await run(node(script, '--', '--quiet', '$(HOME)', 'a b', '*'), {
      stdin: '::error::not ours\n',
    });
    expect(stdout).toBe('::error::not ours\n');
    expect(stderr).toMatch(/^--quiet\|\$\(HOME\)\|a b\|\*$/m);
  });

  it('ends like the command, and reports that it failed', async () => {
    const { exitCode, lines } = await run(['--name', 'x', ...node('process.exitCode = 7')]);
    expect([exitCode, lines.at(-1)]).toEqual([7, 'g.s.step.x.success 0']);
  });

  it("uses the program's name by default, without its arguments", async () => {
    const { lines } = await run(node('', 'secret'));
    expect(lines.at(-1)).toBe('g.s.step.node.success 1');
  });

  it('needs no dashes before a command that does not begin with a dash', async () => {
    const { exitCode, lines } = await run([process.execPath, '--eval', 'process.exitCode = 3']);
    expect([exitCode, lines.at(-1)]).toEqual([3, 'g.s.step.node.success 0']);
  });

  it('reads reports after the command ended', async () => {
    const cwd = await createWorkspace({ 'keep.txt': '' });
    const script = `require('node:fs').writeFileSync('junit.xml', '<testsuite><testcase name="a"/></testsuite>')`;
    const { exitCode, lines } = await run(['--junit', 'junit.xml', ...node(script)], { cwd });
    expect([exitCode, lines[0]]).toEqual([0, 'g.s.tests.total 1']);
    expect(await readFile(join(cwd, 'junit.xml'), 'utf8')).toContain('testcase');
  });

  it('measures the machine at the same time on request', async () => {
    const { exitCode, stderr, lines } = await run(['--runner-metrics', '-t', '1700000000', ...node('')]);
    expect(exitCode).toBe(0);
    const names = lines.map((line) => line.replace(/ .*/, ''));
    expect(names).toContain('g.s.runner.disk_percent.mean');
    // macOS does not report how much memory is available.
    if (process.platform !== 'darwin') expect(names).toContain('g.s.runner.memory_percent.mean');
    expect(names).toContain('g.s.runner.cpu_percent.max');
    expect(stderr).toMatch(/^Runner +CPU /m);
  });

  it('dates each measurement at the start of its slot', async () => {
    await using receiver = await startReceiver();
    const times = ['--runner-metrics', '--runner-metrics-interval', '1', '--runner-metrics-slot', '1'];
    const before = Math.floor(Date.now() / 1000);
    const { exitCode } = await runCli([
      ...['run', ...to(receiver), ...times],
      ...node('setTimeout(() => {}, 2100)'),
    ]);
    const after = Math.ceil(Date.now() / 1000);
    const seen = receiver.lines.filter(({ path }) => path.endsWith('runner.disk_percent.max'));
    expect(exitCode).toBe(0);
    expect(seen.length).toBeGreaterThanOrEqual(3);
    for (const { timestamp } of seen) {
      expect(timestamp).toBeGreaterThanOrEqual(before);
      expect(timestamp).toBeLessThanOrEqual(after);
    }
  });

  it('reports a failed delivery, which fails the command only on request', async () => {
    const dead = ['run', '-c', '127.0.0.1:1', ...WHERE];
    const forgiving = await runCli([...dead, ...node('')]);
    expect([forgiving.exitCode, forgiving.stdout]).toEqual([0, '']);
    expect(forgiving.stderr).toMatch(/^carbonclient: 127\.0\.0\.1:1 refused the connection/);
    expect((await runCli([...dead, '--fail-on-error', ...node('')])).exitCode).toBe(1);
    expect((await runCli([...dead, '--fail-on-error', ...node('process.exitCode = 9')])).exitCode).toBe(9);
  });

  it('keeps in the spool what was not delivered', async () => {
    const cwd = await createWorkspace({});
    const { stderr } = await runCli(['run', '-c', '127.0.0.1:1', ...WHERE, '--spool', 'kept', ...node('')], {
      cwd,
    });
    const [, file = ''] = /kept[\\/](\S+\.txt)/.exec(stderr) ?? [];
    expect(await readFile(join(cwd, 'kept', file), 'utf8')).toMatch(
      /^g\.s\.step\.node\.duration_seconds \S+ \d+\ng\.s\.step\.node\.success 1 \d+\n$/,
    );
  });

  it.each<[string, string[], RegExp]>([
    ['an option', ['--retries', 'x'], /^carbonclient: --retries: must be a whole number/],
    ['a time', ['--runner-metrics', '--runner-metrics-interval', '0'], /runner-metrics-interval: must be/],
    ['a tag', ['--tag', 'x'], /--tag: a tag is name=value/],
    ['no token', ['--github-times'], /github-times: it needs a token in GITHUB_TOKEN/],
    ['a metric without a value', ['-m', 'x'], /metric: a metric needs a value/],
    ['a value with a unit', ['-m', 'x', '-v', '5ms'], /metric, "x": a value is exactly one/],
    ['a size without a glob', ['--size', 'a='], /--size, "a"/],
    ['an empty name', ['--name', ''], /name: it is empty/],
    ['the input of the command', ['--data', '-'], /--data: standard input is the command's/],
  ])('reports faults of the flags before the command begins: %s', async (_, args, printed) => {
    const cwd = await createWorkspace({});
    const script = "require('node:fs').writeFileSync('ran', '')";
    const { exitCode, stderr, lines } = await run([...args, ...node(script)], { cwd });
    expect([exitCode, lines]).toEqual([2, []]);
    expect(stderr).toMatch(printed);
    expect(stderr).toMatch(/The command was not run\.\n$/);
    await expect(readFile(join(cwd, 'ran'))).rejects.toThrow('ENOENT');
  });

  it('sends no metric for a program that does not exist', async () => {
    const { exitCode, stderr, lines } = await run(['--', 'no-such-program-here']);
    expect([exitCode, lines]).toEqual([127, []]);
    expect(stderr).toBe(
      'carbonclient: cannot run "no-such-program-here". It is not in the PATH, or the program in its first line is missing. Nothing was sent.\n',
    );
  });

  it(
    'sends no metric where the shell of Windows does not find the program',
    needs('a POSIX system'),
    async () => {
      const cwd = await createWorkspace({
        'windows.cjs': "Object.defineProperty(process, 'platform', { value: 'win32' });",
        shell: '#!/bin/sh\nexit 1\n',
      });
      await chmod(join(cwd, 'shell'), 0o755);
      const env = { NODE_OPTIONS: `--require=${join(cwd, 'windows.cjs')}`, comspec: join(cwd, 'shell') };
      const { exitCode, stderr, lines } = await run(['--', 'no-such-program-here'], { env });
      expect([exitCode, lines]).toEqual([127, []]);
      expect(stderr).toContain('cannot run "no-such-program-here"');
    },
  );

  // Windows has other messages.
  it.skipIf(process.platform === 'win32').each([
    ['', 126, 'It is empty; is a variable not set?'],
    ['.', 126, 'spawn . EACCES.'],
    ['a'.repeat(5000), 126, 'spawn ENAMETOOLONG.'],
  ])('ends like a shell when no system can start the program (%#)', async (program, code, cause) => {
    const { exitCode, stderr, lines } = await run(['--', program]);
    expect([exitCode, lines]).toEqual([code, []]);
    expect(stderr).toContain(cause);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it.each([
    { code: 'ENOEXEC', message: 'spawn ENOEXEC' },
    { code: 'Unknown system error -8', message: 'spawn Unknown system error -8' },
  ])('names the first line that a script lacks, where the system runs none without: $code', async (error) => {
    // Linux runs it with a shell, so its refusal on macOS is imitated.
    const cwd = await createWorkspace({
      'macos.cjs': `const { constants } = require('node:os');
        const error = { ...${JSON.stringify(error)}, errno: -constants.errno.ENOEXEC, syscall: 'spawn' };
        require('node:child_process').spawn = () => { throw Object.assign(new Error(error.message), error); };`,
    });
    const env = { NODE_OPTIONS: `--require=${join(cwd, 'macos.cjs')}` };
    const { exitCode, stderr, lines } = await run(['--', './script'], { env });
    expect([exitCode, lines]).toEqual([126, []]);
    expect(stderr).toBe(
      'carbonclient: cannot run "./script". A script needs a first line that names its program: #!/bin/sh. Nothing was sent.\n',
    );
  });

  it('passes on empty arguments, and uses the given name', async () => {
    const { lines } = await run([
      '--name',
      'Run acme/tool@v1',
      ...node('process.exitCode = process.argv.length', ''),
    ]);
    expect(lines.at(-1)).toBe('g.s.step.Run_acme_tool_v1.success 0');
  });

  it('sends what the command produced although a named file is missing', async () => {
    const { exitCode, stderr, lines } = await run(['--data', 'missing.json', ...node('')]);
    expect([exitCode, lines.length]).toEqual([0, 2]);
    expect(stderr).toContain('missing.json');
  });

  it("has the command's exit code when no output is possible", {
    skip: process.platform !== 'linux',
  }, async () => {
    const script = `exec '${process.execPath}' dist/cli/index.js run -c 127.0.0.1:1 -- sh -c 'exit 3' 2>/dev/full`;
    const child = startChild({ command: 'sh', args: ['-c', script], env: bareEnv() });
    expect((await finishChild(child)).exitCode).toBe(3);
  });

  it.each(['run', 'listen', 'demo'])('refuses options before %s', async (command) => {
    const { exitCode, stderr } = await runCli(['--dry-run', command, ...(command === 'run' ? node('') : [])]);
    expect([exitCode, stderr]).toEqual([
      2,
      `error: --dry-run is before "${command}"; options come after it\n`,
    ]);
  });

  it('reports a missing command', async () => {
    const { exitCode, stderr } = await runCli(['run', '-g', 'x']);
    expect([exitCode, stderr]).toEqual([2, "error: missing required argument 'command'\n"]);
  });

  it('has its own help, with its own options', async () => {
    const { exitCode, stdout } = await runCli(['run', '--help']);
    expect([exitCode, stdout.split('\n')[0]]).toEqual([
      0,
      'Usage: carbonclient run [options] -- command [arguments...]',
    ]);
    expect(stdout).toMatch(/--runner-metrics .*--junit|--junit .*--runner-metrics/s);
    expect((await runCli(['--help-all'])).stdout).not.toMatch(/^ +--runner-metrics /m);
  });

  // Other systems do not have these signals.
  if (process.platform !== 'win32') {
    it.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR2'] as const)(
      'passes %s on to the command, and still sends its result',
      async (signal) => {
        await using receiver = await startReceiver();
        const script = `process.on('${signal}', () => { console.log('got ${signal}'); process.exit(5); }); setInterval(() => {}, 1000); console.log('ready');`;
        await using child = await startCli(['run', ...to(receiver), ...node(script)], { until: /ready/ });
        child.kill(signal);
        expect(await child.exited).toEqual({ exitCode: 5, signal: null });
        expect(child.stdout()).toBe(`ready\ngot ${signal}\n`);
        expect(linesOf(receiver).at(-1)).toBe('g.s.step.node.success 0');
      },
    );

    it('stops sending at a signal after the command, and keeps what is not sent', async () => {
      await using server = await startServer({ kind: 'readThenHold' });
      const cwd = await createWorkspace({});
      const where = ['-c', `127.0.0.1:${server.port}`, ...WHERE, '--spool', 'kept'];
      await using child = await startCli(['run', ...where, ...node("console.log('ready')")], {
        cwd,
        until: /ready/,
      });
      await server.waitForBytes(1);
      child.kill('SIGTERM');
      expect(await child.exited).toEqual({ exitCode: 0, signal: null });
      expect(child.stderr()).toContain('kept');
    });

    it('reports like a shell that a signal ended the command', async () => {
      const { exitCode, lines } = await run(node("process.kill(process.pid, 'SIGKILL')"));
      expect([exitCode, lines.at(-1)]).toEqual([137, 'g.s.step.node.success 0']);
    });
  }
});
