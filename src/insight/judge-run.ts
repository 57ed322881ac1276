import type { CheckFigures } from '../model/verdict.ts';
import { type CheckedValue, type CheckFacts, computeVerdicts } from './compute-verdicts.ts';
import { type CheckCircumstances, describeCheck } from './describe-check.ts';

/** The verdicts on the values of a run, and why some have none. */
export function judgeRun(
  values: readonly CheckedValue[],
  facts: CheckFacts & CheckCircumstances & { readonly graphiteUrl: string | undefined },
): CheckFigures {
  const { leftOut, graphiteUrl } = facts;
  const verdicts = computeVerdicts(values, facts);
  const notices = describeCheck(verdicts.metrics, facts);
  return { ...verdicts, leftOut, notices, ...(graphiteUrl === undefined ? {} : { graphiteUrl }) };
}
