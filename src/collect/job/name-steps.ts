const MAX_CHARACTERS = 60;
/** `Post Run actions/checkout@v4` → `Post `, `actions/checkout@v4`. */
const RUN = /^(Pre |Post )?Run (?=.*\S)/s;
/** An action of a repository: `owner/name@ref` or `owner/name/folder@ref`. */
const ACTION_WITH_REF = /^((?:Pre |Post )?[\w.-]+(?:\/[\w.-]+)+)@.+$/s;

/** The steps' names as nodes: without `Run ` and an action's ref, at most 60 characters, equal ones numbered `_2`, `_3`. */
export function nameSteps(names: readonly string[]): string[] {
  const taken = new Set<string>();
  const numbers = new Map<string, number>();
  return names.map((name) => {
    const own = nameStep(name);
    let given = own;
    for (let number = numbers.get(own) ?? 2; taken.has(given); number += 1) {
      given = `${own}_${number}`;
      numbers.set(own, number + 1);
    }
    taken.add(given);
    return given;
  });
}

function nameStep(name: string): string {
  const short = name.trim().replace(RUN, '$1').replace(ACTION_WITH_REF, '$1').trim();
  return cutToCharacters(short) || 'unnamed';
}

/** Whole characters only: half a surrogate pair is none. */
function cutToCharacters(text: string): string {
  return [...text.slice(0, 2 * MAX_CHARACTERS)].slice(0, MAX_CHARACTERS).join('');
}
