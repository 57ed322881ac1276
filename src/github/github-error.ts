/** Why GitHub was not asked, or why its response was refused: the rule, GitHub's message and the cure. */
export class GithubError extends Error {
  override name = 'GithubError';
  readonly response: string | undefined;
  readonly cure: string | undefined;

  constructor(
    rule: string,
    details: { readonly response?: string | undefined; readonly cure?: string } = {},
  ) {
    super(rule);
    this.response = details.response;
    this.cure = details.cure;
  }
}
