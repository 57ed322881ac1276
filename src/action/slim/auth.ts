/** Stands in for the toolkit's credential handler; see http-client.ts. */
export class BearerCredentialHandler {}
