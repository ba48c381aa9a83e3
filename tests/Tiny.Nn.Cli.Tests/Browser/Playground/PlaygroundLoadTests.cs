namespace Tiny.Nn.Cli.Tests.Browser.Playground;

/// <summary>A page that cannot begin: a browser that lacks something, files that do not come or come in part.</summary>
[Category("Playground")]
[NonParallelizable]
internal sealed class PlaygroundLoadTests
{
    [TestCase("WebAssembly", "This browser has no WebAssembly.")]
    [TestCase("Worker", "This browser has no workers.")]
    public async Task A_browser_that_lacks_something_is_told_what(string lacking, string told) =>
        Assert.That(
            await Page.FailAsync(ServedPlayground.Address, $"delete globalThis.{lacking}"),
            Is.EqualTo($"{told}\n\nTake another browser, or the command tinynn.")
        );

    [Test]
    public async Task It_is_told_in_the_language_of_the_page() =>
        Assert.That(
            await Page.FailAsync($"{ServedPlayground.Address}#lang=ja", "delete globalThis.WebAssembly"),
            Does.StartWith("このブラウザーは WebAssembly に対応していません。")
        );

    [TestCase("worker.js", 0)]
    [TestCase("worker.js", 0.5)]
    [TestCase("dotnet.js", 0)]
    [TestCase("dotnet.runtime.*.js", 0)]
    [TestCase("dotnet.native.*.wasm", 0)]
    [TestCase("dotnet.native.*.wasm", 0.5)]
    [TestCase("Tiny.Nn.Tabular.*.wasm", 0)]
    [TestCase("Tiny.Nn.Tabular.*.wasm", 0.5)]
    public async Task A_file_of_the_engine_that_lacks_or_is_cut_ends_in_a_sentence(string file, double share) =>
        Assert.That(
            await Page.FailAsync(ServedPlayground.Broken(file, share)),
            Does.StartWith("The engine could not be loaded.").And.Contain("Load the page once more")
        );

    [TestCase("main.js", 0)]
    [TestCase("main.js", 0.5)]
    [TestCase("words.js", 0)]
    public async Task A_file_of_the_page_that_lacks_or_is_cut_ends_in_a_sentence(string file, double share) =>
        Assert.That(
            await Page.FailAsync(ServedPlayground.Broken(file, share)),
            Does.StartWith("The page could not be loaded in whole").And.Contain("再読み込み")
        );
}
