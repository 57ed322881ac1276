import { testPublishCases } from '../rules/publish-case.ts';

testPublishCases(new URL('./tags.cases.json', import.meta.url));
