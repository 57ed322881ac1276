/** Stands in for the HTTP client of the toolkit, which this action never uses and which doubles the start-up time. */
export class HttpClient {
  constructor() {
    throw new Error('This action speaks no HTTP through the toolkit.');
  }
}
