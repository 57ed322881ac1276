import { runSampler } from './run-sampler.ts';
import { parseSamplerConfig } from './sampler-config.ts';
import { openThisMachine } from './this-machine.ts';

const config = parseSamplerConfig(process.argv[2]);
runSampler(config, openThisMachine(config.diskPath));
