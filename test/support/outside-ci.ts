import { SYSTEMS } from '../../src/ci/systems.ts';

// Library tests run in this process, so CI variables are removed: results must be the same everywhere.
const marks = ['CI', 'FORGEJO_ACTIONS', 'BUILD_TAG', ...SYSTEMS.map(({ mark }) => mark)];
for (const name of Object.keys(process.env))
  if (marks.includes(name) || name.startsWith('CARBON_')) delete process.env[name];
