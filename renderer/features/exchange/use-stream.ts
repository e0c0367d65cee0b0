import { useEffect, useRef, useState } from 'react';

interface Progress {
  type: 'progress';
  done: number;
  total: number;
}

/** How a long call stands; `T` is its last event. */
export interface StreamState<T> {
  isRunning: boolean;
  progress: Progress | null;
  result: T | null;
  error: unknown;
}

export interface Stream<Input, T> extends StreamState<T> {
  start: (input: Input) => void;
  /** Stops the work; nothing is changed by what was not finished. */
  cancel: () => void;
  /** Forgets result and error. */
  reset: () => void;
}

type Call<Input, T> = (input: Input, options: { signal: AbortSignal }) => Promise<AsyncIterable<Progress | T>>;

const idle = { isRunning: false, progress: null, result: null, error: null };

/** A call that tells how far it is and ends with one result. Leaving the page stops it. */
export function useStream<Input, T extends { type: 'result' }>(call: Call<Input, T>): Stream<Input, T> {
  const [state, setState] = useState<StreamState<T>>(idle);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const run = async (input: Input, controller: AbortController) => {
    const show = (next: StreamState<T>) => {
      // What was cancelled or started anew meanwhile has no say any more.
      if (running.current === controller && !controller.signal.aborted) setState(next);
    };
    try {
      for await (const event of await call(input, { signal: controller.signal })) {
        if (event.type === 'result') show({ ...idle, result: event });
        else show({ ...idle, isRunning: true, progress: event });
      }
    } catch (error) {
      show({ ...idle, error });
    }
  };

  const reset = () => {
    running.current?.abort();
    setState(idle);
  };
  return {
    ...state,
    start: (input) => {
      running.current?.abort();
      running.current = new AbortController();
      setState({ ...idle, isRunning: true });
      void run(input, running.current);
    },
    cancel: reset,
    reset,
  };
}
