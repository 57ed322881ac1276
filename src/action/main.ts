import { print } from './print.ts';
import { runAction } from './run-action.ts';

runAction(process.env).catch((error: unknown) => {
  print.failed(
    `This is a defect of carbon-action, please report it: ${error instanceof Error ? error.stack : error}`,
  );
});
