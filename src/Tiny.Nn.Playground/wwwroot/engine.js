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
  worker = new Worker(new URL('worker.js', import.meta.url), { type: 'module' });
  worker.onmessage = settle;
  return new Promise((resolve, reject) => {
    worker.onerror = () => reject(new EngineError({ what: words.noEngine, where: 'worker.js', advice: words.reload }));
    ask('start').then(resolve, reject);
  });
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
