// The engine: one .NET runtime, which answers one question after the other, so that the page itself never waits.
import { dotnet } from './_framework/dotnet.js';

/** A file that does not come: the runtime tells it, and waits for ever. */
const lost = new Promise((_, reject) => {
  self.addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    reject(event.reason);
  });
});

const ready = (async () => {
  const { getAssemblyExports, getConfig } = await Promise.race([dotnet.create(), lost]);
  const assembly = await getAssemblyExports(getConfig().mainAssemblyName);
  return assembly.Tiny.Nn.Playground.Exports;
})();

/** Some answers are JSON, {"ok"} or {"error"}; the others are bytes. */
const answer = (engine, name, values) => {
  const said = engine[name](...values);
  return typeof said === 'string' ? JSON.parse(said) : { ok: said };
};

/** A frame: steps, and what the network says after them. */
const frame = (engine, [most, milliseconds, wholeEpochs, after, x, y, row, resolution]) => {
  const progress = answer(engine, 'Step', [most, milliseconds, wholeEpochs, after]);
  if (progress.ok) progress.ok.maps = engine.Maps(x, y, row, resolution);
  return progress;
};

self.onmessage = async ({ data: { id, name, values } }) => {
  let said;
  try {
    const engine = await ready;
    said = name === 'start' ? { ok: {} } : name === 'Frame' ? frame(engine, values) : answer(engine, name, values);
  } catch (fault) {
    said = { error: { what: `${fault.message ?? fault}`, where: null, advice: null } };
  }
  const maps = said.ok instanceof Uint8Array ? said.ok : said.ok?.maps;
  self.postMessage({ id, said }, maps ? [maps.buffer] : []);
};
