import { openThisMachine } from './machine.ts';
import { runSampler } from './run-sampler.ts';
import { parseSamplerConfig } from './sampler-config.ts';

const config = parseSamplerConfig(process.argv[2]);
runSampler(config, openThisMachine(config.diskPath));
