import { testPublishCases } from '../rules/publish-case.ts';

testPublishCases(new URL('./path.cases.json', import.meta.url));
