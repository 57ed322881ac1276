import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

const JOB = '/repos/{owner}/{repo}/actions/jobs/{job_id}';
const JOBS = '/repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs';

type Json = Record<string, unknown>;

/** Checks made from GitHub's published description of the two answers that the program reads. */
export interface ApiDescription {
  readonly isJob: ValidateFunction;
  readonly isJobList: ValidateFunction;
  readonly isError: ValidateFunction;
}

/** Reads the part of GitHub's description that `scripts/github-schema.mjs` writes. */
export function readApiDescription(): ApiDescription {
  const file = new URL('../fixtures/github/api.github.com.json', import.meta.url);
  const description: Json = JSON.parse(readFileSync(file, 'utf8'));
  // OpenAPI 3.0 is JSON Schema plus `nullable` and other keys, such as `example`.
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const compile = (schema: unknown): ValidateFunction =>
    ajv.compile({ ...(dereference(description, schema) as Json) });
  const answer = ['responses', '200', 'content', 'application/json', 'schema'];
  return {
    isJob: compile(dig(description, ['paths', JOB, 'get', ...answer])),
    isJobList: compile(dig(description, ['paths', JOBS, 'get', ...answer])),
    isError: compile(dig(description, ['components', 'schemas', 'basic-error'])),
  };
}

/** A schema with its references resolved. */
function dereference(description: Json, schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map((part) => dereference(description, part));
  if (typeof schema !== 'object' || schema === null) return schema;
  const { $ref } = schema as { $ref?: unknown };
  if (typeof $ref === 'string') {
    return dereference(description, dig(description, $ref.replace(/^#\//, '').split('/')));
  }
  const entries = Object.entries(schema).map(([key, part]) => [key, dereference(description, part)]);
  return nullableEnum(Object.fromEntries(entries));
}

// In OpenAPI 3.0 `nullable` allows null although an `enum` does not list it, as GitHub writes it. JSON Schema does not
// allow that.
function nullableEnum(schema: Json): Json {
  if (schema['nullable'] !== true || !Array.isArray(schema['enum'])) return schema;
  return { ...schema, enum: [...schema['enum'], null] };
}

function dig(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((part, key) => (part as Json)[key], value);
}
