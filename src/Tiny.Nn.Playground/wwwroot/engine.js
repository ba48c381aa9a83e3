// The page's side of the worker: a question is a promise of its answer.

export class EngineError extends Error {
  constructor({ what, where, advice }) {
    super(what);
    this.where = where;
    this.advice = advice;
  }
}

const waiting = new Map();
let last = 0;
let worker;

const settle = ({ data: { id, said } }) => {
  const { resolve, reject } = waiting.get(id);
  waiting.delete(id);
  if (said.error) reject(new EngineError(said.error));
  else resolve(said.ok);
};

/** Starts the runtime; what is missing for it is told in a sentence. */
export const start = (words) => {
  if (typeof WebAssembly !== 'object') return Promise.reject(new EngineError({ what: words.noWebAssembly, where: null, advice: words.useCommand }));
  if (typeof Worker !== 'function') return Promise.reject(new EngineError({ what: words.noWorker, where: null, advice: words.useCommand }));
  const noEngine = (where) => new EngineError({ what: words.noEngine, where, advice: words.reload });
  worker = new Worker(new URL('worker.js', import.meta.url), { type: 'module' });
  worker.onmessage = settle;
  // It could not be loaded, or has died: none of the questions is answered any more.
  worker.onerror = (event) => {
    event.preventDefault();
    for (const { reject } of waiting.values()) reject(noEngine(event.message || 'worker.js'));
    waiting.clear();
  };
  return ask('start').catch((fault) => { throw fault.advice ? fault : noEngine(fault.message); });
};

/** Asks the engine; see Exports.cs for what it knows. */
export const ask = (name, ...values) =>
  new Promise((resolve, reject) => {
    last += 1;
    waiting.set(last, { resolve, reject });
    worker.postMessage({ id: last, name, values });
  });

/** The maps of a frame: outputs, then units, each of resolution² numbers. */
export const mapsOf = (bytes, resolution) => {
  const numbers = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  const size = resolution * resolution;
  return Array.from({ length: numbers.length / size }, (_, i) => numbers.subarray(i * size, (i + 1) * size));
};
