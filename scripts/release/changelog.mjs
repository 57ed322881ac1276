/** The sections of a changelog from the newest on: version or `Unreleased`, date, text without the heading. */
export function parseChangelog(text) {
  return text
    .replaceAll('\r\n', '\n')
    .split(/^## (?=\S)/m)
    .slice(1)
    .map((section) => {
      const [heading = '', ...lines] = section.split('\n');
      const [, version = heading, date] = /^\[?([^\]\s]+)\]?(?: - (\S+))?\s*$/.exec(heading) ?? [];
      return { version, date, text: lines.join('\n').trim() };
    });
}

/** The section of one version. @throws if it is missing or empty. */
export function findSection(text, version) {
  const section = parseChangelog(text).find((one) => one.version === version);
  if (section === undefined || section.text === '')
    throw new Error(
      `CHANGELOG.md has no text for ${version}. Add a section \`## [${version}] - YYYY-MM-DD\`.`,
    );
  return section;
}
