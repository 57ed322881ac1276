import { BadReportError } from '../read-report.ts';
import type { XmlAttributes } from '../xml/read-xml.ts';

/** Root elements of other report formats, by their local name. */
const ROOTS: ReadonlyMap<string, string> = new Map([
  ['TestRun', "Visual Studio's TRX"],
  ['test-run', "NUnit 3's XML"],
  ['test-results', "NUnit 2's XML"],
  ['assemblies', "xUnit.net's XML"],
  ['assembly', "xUnit.net's XML"],
  ['testng-results', "TestNG's XML"],
  ['robot', "Robot Framework's output.xml"],
  ['TestLog', "Boost.Test's log"],
  ['TestResult', "Boost.Test's report"],
  ['TestCase', "Qt Test's XML"],
  ['Site', "CTest's Test.xml"],
  ['Catch', "Catch2's own XML"],
  ['Catch2TestRun', "Catch2's own XML"],
  ['doctest', "doctest's own XML"],
  ['testExecutions', "Sonar's generic test execution"],
  ['phpunit', "PHPUnit's own XML"],
  ['tests', "PHPUnit's TestDox XML"],
  ['events', 'the Open Test Reporting format'],
  ['failsafe-summary', "Failsafe's summary"],
  ['coverage', 'a coverage report, which the option coverage reads'],
  ['report', 'a coverage report of JaCoCo, which the option coverage reads'],
  ['checkstyle', 'a Checkstyle report'],
  ['testcase', 'a single test case without its suite'],
  ['html', 'a web page'],
]);
/** The first keys of known JSON reports, the most distinctive ones first. */
const KEYS: ReadonlyArray<readonly [pattern: RegExp, name: string]> = [
  [/"reportFormat"\s*:\s*"CTRF"|"results"\s*:\s*\{\s*"tool"\s*:/, 'a CTRF report'],
  [/"Action"\s*:\s*"\w+"/, 'the output of go test -json'],
  [/"numTotalTests"|"numTotalTestSuites"|"numFailedTestSuites"/, "Jest's or Vitest's JSON"],
  [/"stats"\s*:\s*\{\s*"suites"\s*:/, "Mocha's JSON"],
  [/^\s*\[\s*"start"\s*,/, "Mocha's JSON stream"],
  [/"config"\s*:\s*\{[\s\S]*"(?:configFile|rootDir|projects)"\s*:/, "Playwright's JSON"],
  [/"protocolVersion"\s*:|"type"\s*:\s*"(?:start|suite|testStart|group)"/, 'a JSON stream of tests'],
  [/"(?:elements|keyword)"\s*:/, "Cucumber's JSON"],
  [/"examples"\s*:|"summary_line"\s*:/, "RSpec's JSON"],
  [/"(?:collectors|exitcode)"\s*:/, "pytest's JSON"],
  [/"historyId"\s*:|"testCaseId"\s*:/, "Allure's JSON"],
  [/"testsuites"\s*:\s*\[/, "GoogleTest's JSON"],
  [/"catch2-version"\s*:/, "Catch2's JSON"],
  [/"SuitePath"\s*:|"SuiteDescription"\s*:/, "Ginkgo's JSON"],
  [/"kind"\s*:\s*"ctestInfo"/, "CTest's list of tests"],
  [/sarif|"runs"\s*:\s*\[/, 'SARIF, the format of code scanners'],
];
const LINES: ReadonlyArray<readonly [pattern: RegExp, name: string]> = [
  [/^(?:TAP version \d+|1\.\.\d+|(?:not )?ok\b)/m, 'TAP'],
  [/^\s*(?:=== RUN|--- (?:PASS|FAIL|SKIP):)/m, 'the output of go test'],
  [/^##teamcity\[/m, "TeamCity's service messages"],
  [/^(?:TN|SF):/m, 'a coverage report of lcov, which the option coverage reads'],
  [/^mode: (?:set|count|atomic)$/m, 'a cover profile of Go, which the option coverage reads'],
  [/^(?:---|[\w-]+:)(?:\s|$)/, 'YAML, or other text'],
];

/** The error for a file that is not a JUnit report; it says what was found instead. */
export function notJunit(found: string, value?: string): BadReportError {
  return new BadReportError({
    rule: `a JUnit report begins with <testsuites> or <testsuite>, but this is ${found}`,
    ...(value === undefined ? {} : { value }),
    cure: "Let the tool write JUnit's XML, which nearly all can, or correct the pattern.",
  });
}

/** The kind of document that a root element belongs to. */
export function describeRoot(name: string, attributes: XmlAttributes): string {
  if (name === 'TestRun' && attributes['xmlns']?.includes('microsoft') !== true && !('id' in attributes))
    return "CppUnit's XML";
  return ROOTS.get(/^html$/i.test(name) ? 'html' : name) ?? 'XML with another root element';
}

/** The kind of file that a text without markup is, judged by its beginning. */
export function describeText(start: string): string {
  if (/^[[{]\s*(?:[[\]{}"]|$)/.test(start))
    return KEYS.find(([pattern]) => pattern.test(start))?.[1] ?? 'JSON';
  if (start.startsWith('PK\u0003\u0004')) return 'a ZIP archive';
  if (start.startsWith('\u001f')) return 'a compressed file';
  if (start.includes('\0')) return 'no text';
  return LINES.find(([pattern]) => pattern.test(start))?.[1] ?? 'text, such as a log';
}
