import { expect, test } from 'vitest';
import { Faults } from '../../src/model/faults.ts';
import { createEvent, type WrittenEvent } from '../../src/verify/graphite-event.ts';

const EVENT: WrittenEvent = { text: 'deployed 1.2.3', tags: ['deploy'], source: 'acme/app', when: 1 };
const NAMES = { text: 'event', tags: 'event-kind' };

function create(changes: Partial<WrittenEvent>): unknown {
  const faults = new Faults();
  const event = createEvent({ ...EVENT, ...changes }, { names: NAMES, faults });
  return faults.count === 0 ? event : faults.list.map(({ location, rule }) => `${location}: ${rule}`);
}

test.each([
  [{}, { what: 'deployed 1.2.3', tags: ['deploy', 'acme_app'], data: '', when: 1 }],
  [{ text: ' a\r\n\tb\u0000\u001b[2J\u202ec ' }, { what: 'a b[2Jc' }],
  [{ text: '<script>x</script>' }, { what: '‹script>x‹/script>' }],
  [{ text: '😀'.repeat(1001) }, { what: `${'😀'.repeat(999)}…` }],
  [{ tags: ['a b', 'c,"d"'], source: '' }, { tags: ['a_b', 'c_d_'] }],
  [{ tags: ['acme/app'] }, { tags: ['acme_app'] }],
  // No node can be made of them.
  [{ source: '///' }, { tags: ['deploy'] }],
  // A blank kind may come from a variable that is not set.
  [{ tags: [' ', 'deploy', ''] }, { tags: ['deploy', 'acme_app'] }],
])('%j is stored as %j', (changes, expected) => {
  expect(create(changes)).toMatchObject(expected);
});

test('a long tag is cut to 50 bytes', () => {
  const { tags } = create({ tags: ['x'.repeat(80)] }) as { tags: string[] };
  expect(tags[0]).toMatch(/^x+_[0-9a-f]{6}$/);
  expect(tags[0]).toHaveLength(50);
});

test.each([
  [{ text: ' \u200b\n' }, 'event: it has no visible character'],
  [{ tags: [] }, 'event-kind: an event has 1 to 5 kinds'],
  [{ tags: [' '] }, 'event-kind: an event has 1 to 5 kinds'],
  [{ tags: ['!'] }, 'event-kind: a kind has a letter or a digit'],
  [{ tags: ['🎉', 'deploy'] }, 'event-kind: a kind has a letter or a digit'],
  [{ tags: ['a', 'b', 'c', 'd', 'e', 'f'] }, 'event-kind: an event has 1 to 5 kinds'],
])('%j is a fault', (changes, fault) => {
  expect(create(changes)).toEqual([fault]);
});
