import { testPublishCases } from '../rules/publish-case.ts';

testPublishCases(new URL('./value.cases.json', import.meta.url));
