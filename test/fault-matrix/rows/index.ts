import type { Section } from '../row.ts';
import { between } from './between.ts';
import { broken } from './broken.ts';
import { content } from './content.ts';
import { goCarbon } from './go-carbon.ts';
import { hanging } from './hanging.ts';
import { outOfReach } from './out-of-reach.ts';
import { packets } from './packets.ts';
import { thisSide } from './this-side.ts';
import { tls } from './tls.ts';

/** Every fault, in the order of the document. */
export const SECTIONS: readonly Section[] = [
  outOfReach,
  broken,
  hanging,
  packets,
  between,
  content,
  goCarbon,
  tls,
  thisSide,
];
