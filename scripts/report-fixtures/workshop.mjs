import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

const FIXTURES = join(import.meta.dirname, '../../test/fixtures/reports');
const PATH = [dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin'].join(delimiter);
/** npm's tools. Their versions are fixed, because another version may write another report. */
const PACKAGES = {
  vitest: '5.1.1',
  '@vitest/coverage-v8': '5.1.1',
  '@vitest/coverage-istanbul': '5.1.1',
  jest: '30.5.2',
  'jest-junit': '17.0.0',
  // The reporter does not run in mocha 12.
  mocha: '11.7.5',
  'mocha-junit-reporter': '2.2.1',
  c8: '12.0.0',
  nyc: '18.0.0',
  '@playwright/test': '1.65.1',
  tap: '21.8.0',
};

/** The temporary folder in which the tools work. Its paths look like those of GitHub's runners. */
export class Workshop {
  #top = realpathSync(mkdtempSync(join(tmpdir(), 'report-fixtures-')));
  #work = join(this.#top, 'work');
  #outer = join(this.#work, 'toy');
  /** Folder of the tool's project while the tool runs. */
  project = join(this.#outer, 'toy');
  #hasPackages = false;

  /** Texts in the reports that identify this machine, and their replacements. */
  get secrets() {
    return [
      [this.#work, '/home/runner/work'],
      [this.#top, '/home/runner/work/_temp'],
      [join(FIXTURES, '../../..'), '/home/runner/work/carbon'],
    ];
  }

  /** Makes a fresh copy of a tool's project. */
  lay(tool) {
    rmSync(this.project, { recursive: true, force: true });
    mkdirSync(this.project, { recursive: true });
    const own = join(FIXTURES, tool, 'project');
    if (existsSync(own)) cpSync(own, this.project, { recursive: true });
    writeFileSync(join(this.project, 'names.json'), readFileSync(join(FIXTURES, 'names.json')));
    writeFileSync(join(this.project, 'package.json'), '{ "name": "toy", "private": true }\n');
  }

  /** Runs a program to its end and accepts any exit code, because some tests fail on purpose. */
  run(program, flags, { env = {}, cwd = this.project } = {}) {
    const { stdout, stderr, status, error } = spawnSync(program, flags, {
      cwd,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      timeout: 300_000,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH, HOME: join(this.#top, 'home'), LANG: 'C.UTF-8', TZ: 'UTC', NO_COLOR: '1', ...env },
    });
    if (error !== undefined) throw error;
    return { stdout, stderr, status, all: `${stdout}\n${stderr}` };
  }

  /** Runs one of npm's tools. The first call installs them. */
  runPackage(program, flags, options) {
    return this.run(this.packagePath(program), flags, options);
  }

  packagePath(program) {
    this.#installPackages();
    return join(this.#outer, 'node_modules/.bin', program);
  }

  version(name) {
    this.#installPackages();
    return JSON.parse(readFileSync(join(this.#outer, 'node_modules', name, 'package.json'), 'utf8')).version;
  }

  read(path) {
    return readFileSync(join(this.project, path), 'utf8');
  }

  write(path, text) {
    mkdirSync(dirname(join(this.project, path)), { recursive: true });
    writeFileSync(join(this.project, path), text);
  }

  #installPackages() {
    if (this.#hasPackages) return;
    mkdirSync(this.#outer, { recursive: true });
    writeFileSync(
      join(this.#outer, 'package.json'),
      JSON.stringify({ private: true, dependencies: PACKAGES }),
    );
    const flags = ['install', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
    execFileSync('npm', flags, { cwd: this.#outer, stdio: ['ignore', 'ignore', 'inherit'] });
    this.#hasPackages = true;
  }

  [Symbol.dispose]() {
    rmSync(this.#top, { recursive: true, force: true });
  }
}
