// Cuts a part out of GitHub's published description of its REST API and writes it to test/fixtures/github. Tests check
// answers against it. Usage: node scripts/github-schema.mjs
import { execSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PACKAGE = '@octokit/openapi@23.0.2';
const PATHS = [
  '/repos/{owner}/{repo}/actions/jobs/{job_id}',
  '/repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs',
];
const SCHEMAS = ['basic-error'];
/** Keys for readers, which a check does not use. */
const REMARKS = new Set(['title', 'description', 'example', 'examples']);

const fixtures = join(import.meta.dirname, '../test/fixtures/github');
const folder = mkdtempSync(join(tmpdir(), 'github-schema-'));
try {
  const packed = execSync(`npm pack --json --loglevel=error ${PACKAGE}`, { cwd: folder, encoding: 'utf8' });
  execSync(`tar -xzf ${JSON.parse(packed)[0].filename}`, { cwd: folder });
  const whole = join(folder, 'package/generated/api.github.com.json');
  const cut = cutOut(JSON.parse(readFileSync(whole, 'utf8')));
  writeFileSync(join(fixtures, 'api.github.com.json'), `${JSON.stringify(cut, null, 2)}\n`);
  copyFileSync(join(folder, 'package/LICENSE'), join(fixtures, 'LICENSE'));
} finally {
  rmSync(folder, { recursive: true });
}

/** The answers to the two requests, and every schema that they refer to. */
function cutOut({ openapi, info, paths, components }) {
  const answers = PATHS.map((path) => {
    const { schema } = paths[path].get.responses['200'].content['application/json'];
    const content = { 'application/json': { schema: withoutRemarks(schema) } };
    return [path, { get: { responses: { 200: { content } } } }];
  });
  const schemas = new Map();
  const add = (name) => {
    if (schemas.has(name)) return;
    schemas.set(name, withoutRemarks(components.schemas[name]));
    listReferences(schemas.get(name)).forEach(add);
  };
  [...SCHEMAS, ...listReferences(answers)].forEach(add);
  const { title, version, license } = info;
  const source = { package: PACKAGE, file: 'generated/api.github.com.json' };
  return {
    openapi,
    info: { title, version, license, 'x-cut-from': source },
    paths: Object.fromEntries(answers),
    components: { schemas: Object.fromEntries([...schemas].sort()) },
  };
}

/** A schema without the keys for readers. A property may have the same name as such a key. */
function withoutRemarks(schema) {
  if (Array.isArray(schema)) return schema.map(withoutRemarks);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).filter(([word]) => !REMARKS.has(word) && !word.startsWith('x-'));
  return Object.fromEntries(
    entries.map(([word, part]) => [word, word === 'properties' ? ofProperties(part) : withoutRemarks(part)]),
  );
}

function ofProperties(properties) {
  return Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, withoutRemarks(part)]));
}

function listReferences(part) {
  return [...JSON.stringify(part).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
    ([, name]) => name,
  );
}
