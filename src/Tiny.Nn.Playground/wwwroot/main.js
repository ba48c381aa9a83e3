import { dotnet } from './_framework/dotnet.js';
const { getAssemblyExports, getConfig } = await dotnet.create();
const e = await getAssemblyExports(getConfig().mainAssemblyName);
globalThis.e = e;
for (let i = 0; i < 4; i++) console.log(e.Tiny.Nn.Playground.Exports.Try("8,8"));
