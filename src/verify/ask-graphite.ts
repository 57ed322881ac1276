import { parseAnswer, type RenderedSeries } from './parse-answer.ts';
import { type RequestOptions, requestGraphite } from './request-graphite.ts';

/** The access to Graphite and the limits of one question. */
export interface AskOptions extends RequestOptions {
  /** The number of requested series; by default the number of targets. */
  readonly series?: number;
}

/** The response for so few series is small. To load a decompressor takes longer than it saves. */
const FEW_SERIES = 20;

/** Sends one question to the render API. Every failure is a SendError that names the server and never a secret. */
export function askGraphite(
  form: URLSearchParams,
  { series = form.getAll('target').length, ...options }: AskOptions,
): Promise<RenderedSeries[]> {
  const isLarge = series > FEW_SERIES;
  const parse = (text: string): RenderedSeries[] => parseAnswer(text, series);
  return requestGraphite({ path: '/render', body: form, isLarge, parse }, options);
}

/** A Graphite that is asked several questions. */
export interface Asker {
  /** Asks one question about at most `series` series. */
  ask(form: URLSearchParams, series: number): Promise<RenderedSeries[]>;
  /** Whether carbonapi has answered one of them. */
  isCarbonapi(): boolean;
}

/** Asks several questions, and remembers who answered. */
export function createAsker(options: Omit<RequestOptions, 'onCarbonapi'>): Asker {
  let isCarbonapi = false;
  const onCarbonapi = (): void => {
    isCarbonapi = true;
  };
  return {
    ask: (form, series) => askGraphite(form, { ...options, series, onCarbonapi }),
    isCarbonapi: () => isCarbonapi,
  };
}
