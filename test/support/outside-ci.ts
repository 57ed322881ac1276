import { SYSTEMS } from '../../src/ci/systems.ts';

// Tests of the library run in this process: what they expect is the same wherever they run.
const marks = ['CI', 'FORGEJO_ACTIONS', 'BUILD_TAG', ...SYSTEMS.map(({ mark }) => mark)];
for (const name of Object.keys(process.env))
  if (marks.includes(name) || name.startsWith('CARBON_')) delete process.env[name];
