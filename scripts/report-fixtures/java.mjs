import { cpSync, existsSync, readdirSync } from 'node:fs';
import { debianVersion } from './debian.mjs';
import { pickNumber } from './parse-output.mjs';

const JARS = '/usr/share/java';
const REPOSITORY = '/usr/share/maven-repo';
const CONSOLE_JARS = [
  ...['junit-jupiter-api', 'junit-jupiter-engine', 'junit-jupiter-params', 'junit-platform-commons'],
  ...[
    'junit-platform-console',
    'junit-platform-engine',
    'junit-platform-launcher',
    'junit-platform-reporting',
  ],
  ...[
    'opentest4j',
    'opentest4j-reporting-events',
    'opentest4j-reporting-schema',
    'apiguardian-api',
    'picocli',
  ],
  'univocity-parsers',
];

/** Java's tools, from Debian. */
export const javaTools = {
  surefire: {
    needs: [
      'mvn',
      'javac',
      `${REPOSITORY}/org/apache/maven/plugins/maven-surefire-plugin`,
      `${JARS}/junit4.jar`,
    ],
    packages: ['maven', 'libsurefire-java', 'junit4', 'default-jdk-headless'],
    make(shop) {
      const compile = (folder, flags) => {
        const sources = readdirSync(`${shop.project}/src/${folder}/java/toy`);
        const paths = sources.map((name) => `src/${folder}/java/toy/${name}`);
        shop.run('javac', ['-encoding', 'UTF-8', ...flags, ...paths]);
      };
      compile('main', ['-d', 'target/classes']);
      compile('test', ['-d', 'target/test-classes', '-cp', `target/classes:${JARS}/junit4.jar`]);
      // Maven writes into its repository, so it must not use Debian's.
      const repository = `${shop.project}/../repository`;
      if (!existsSync(repository)) cpSync(REPOSITORY, repository, { recursive: true, dereference: true });
      const { all } = shop.run('mvn', [
        ...['-o', '-B', `-Dmaven.repo.local=${repository}`, '-Dsurefire.rerunFailingTestsCount=3'],
        'org.apache.maven.plugins:maven-surefire-plugin:2.22.3:test',
      ]);
      const last = all.slice(all.indexOf('Results:'));
      const reported = (word) => pickNumber(last, new RegExp(`Tests run: .*?${word}: (\\d+)`));
      const names = ['BrokenTest', 'CalcTest', 'NamesTest'].map((name) => `TEST-toy.${name}.xml`);
      return {
        versions: {
          surefire: '2.22.3',
          maven: debianVersion(shop, 'maven'),
          junit4: debianVersion(shop, 'junit4'),
        },
        tests: [
          {
            reports: Object.fromEntries(names.map((name) => [name, `target/surefire-reports/${name}`])),
            reported: {
              total: pickNumber(last, /Tests run: (\d+)/),
              failed: reported('Failures'),
              errors: reported('Errors'),
              skipped: reported('Skipped'),
              flaky: reported('Flakes'),
            },
            reportedIn: "surefire's last line (Tests run, Flakes)",
            remark: 'Two parameters of one name are counted once.',
          },
        ],
      };
    },
  },
  junit5: {
    needs: ['javac', ...CONSOLE_JARS.map((name) => `${JARS}/${name}.jar`)],
    packages: ['junit5', 'default-jdk-headless'],
    make(shop) {
      const jars = CONSOLE_JARS.map((name) => `${JARS}/${name}.jar`).join(':');
      shop.run('javac', ['-encoding', 'UTF-8', '-cp', jars, '-d', 'classes', 'ToyTest.java']);
      const { all } = shop.run('java', [
        ...['-XX:MaxJavaStackTraceDepth=4', '-cp', jars, 'org.junit.platform.console.ConsoleLauncher'],
        ...['--disable-banner', '--details=none', '-cp', 'classes', '--scan-classpath', 'classes'],
        ...['--include-classname=.*', '--reports-dir=reports'],
      ]);
      const reported = (words) => pickNumber(all, new RegExp(`(\\d+) ${words}`));
      return {
        versions: { junit5: debianVersion(shop, 'junit5') },
        tests: [
          {
            reports: { 'TEST-junit-jupiter.xml': 'reports/TEST-junit-jupiter.xml' },
            reported: {
              total: reported('tests found'),
              passed: reported('tests successful'),
              failedAndErrors: reported('tests failed') + reported('containers failed'),
              skipped: reported('tests skipped') + reported('tests aborted'),
            },
            reportedIn: "the console launcher's last lines; one failed container has one test",
          },
        ],
      };
    },
  },
  jacoco: {
    needs: ['ant', 'javac', `${JARS}/org.jacoco.ant.jar`],
    packages: ['ant', 'libjacoco-java', 'default-jdk-headless'],
    make(shop) {
      shop.run('ant', []);
      const [header, ...rows] = shop
        .read('jacoco.csv')
        .trim()
        .split('\n')
        .map((row) => row.split(','));
      const sum = (name) => rows.reduce((total, row) => total + Number(row[header.indexOf(name)]), 0);
      const share = (name) => ({
        covered: sum(`${name}_COVERED`),
        total: sum(`${name}_COVERED`) + sum(`${name}_MISSED`),
      });
      return {
        versions: { jacoco: debianVersion(shop, 'libjacoco-java') },
        coverage: [
          {
            reports: { 'jacoco.xml': 'jacoco.xml' },
            format: 'jacoco',
            reported: { lines: share('LINE'), branches: share('BRANCH'), functions: share('METHOD') },
            reportedIn: "JaCoCo's CSV report, added up",
          },
        ],
      };
    },
  },
};
