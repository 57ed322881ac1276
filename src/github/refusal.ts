/** Why GitHub was not asked, or its answer not taken: what is wrong, GitHub's own words, and the cure. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly said: string | undefined;
  readonly cure: string | undefined;

  constructor(rule: string, details: { readonly said?: string | undefined; readonly cure?: string } = {}) {
    super(rule);
    this.said = details.said;
    this.cure = details.cure;
  }
}
