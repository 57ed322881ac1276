import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

/** A report of `count` cases in suites of a thousand, about 112 bytes a case. Every hundredth case fails. */
export function writeCases(file, count) {
  return writeFile(file, function* () {
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="all">\n';
    for (let start = 0; start < count; start += 1000) {
      const suite = `org.example.store.Suite${start / 1000}Test`;
      let text = `<testsuite name="${suite}" tests="1000" failures="10" time="61.5">\n`;
      for (let index = start; index < start + 1000; index += 1) {
        const time = ((index * 7919) % 99_991) / 1_000_000;
        text += `  <testcase classname="${suite}" name="keeps rule ${index} of the store &amp; tests" time="${time}"`;
        text +=
          index % 100 === 0
            ? '><failure message="1 &lt; 2"><![CDATA[at line 7]]></failure></testcase>\n'
            : '/>\n';
      }
      yield `${text}</testsuite>\n`;
    }
    yield '</testsuites>\n';
  });
}

/** A report of four cases with `megabytes` of output, half of it as CDATA and half as text. */
export function writeOutput(file, megabytes) {
  const line = '2031-01-01T12:00:00Z INFO org.example.store: wrote 17 rows -> table "é" [ok] in 3 ms; next';
  const cdata = `${line} <row> & more ]] >\n`.repeat(10_000);
  const text = `${line} &lt;row> &amp; more\n`.repeat(10_000);
  const partsOf = (part) => Math.ceil((megabytes * 1e6) / 4 / Buffer.byteLength(part));
  return writeFile(file, function* () {
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuite name="loud" tests="4">\n';
    for (let index = 0; index < 4; index += 1) {
      const isCdata = index % 2 === 0;
      yield `<testcase classname="c" name="case ${index}" time="0.1"><system-out>${isCdata ? '<![CDATA[' : ''}`;
      const part = isCdata ? cdata : text;
      for (let count = partsOf(part); count > 0; count -= 1) yield part;
      yield `${isCdata ? ']]>' : ''}</system-out></testcase>\n`;
    }
    yield '</testsuite>\n';
  });
}

async function writeFile(file, parts) {
  const stream = createWriteStream(file);
  for (const part of parts()) {
    if (!stream.write(part)) await new Promise((resolve) => stream.once('drain', resolve));
  }
  stream.end();
  await finished(stream);
}
