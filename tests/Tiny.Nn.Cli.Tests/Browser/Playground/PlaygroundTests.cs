using System.Security.Cryptography;

namespace Tiny.Nn.Cli.Tests.Browser.Playground;

/// <summary>The page in a browser, used as a student and a teacher use it.</summary>
[Category("Playground")]
[NonParallelizable]
internal sealed class PlaygroundTests
{
    /// <summary>Each scene with what solves it, where something is to be solved.</summary>
    private static readonly string[] Solved =
    [
        "scene=1",
        "scene=2&inputs=x1,x2,x1*x2",
        "scene=3&activation=relu",
        "scene=4",
        "scene=5&learning-rate=0.01&epochs=20",
        "scene=6&learning-rate=0.05",
        "scene=7&learning-rate=0.3",
        "scene=8&activation=tanh",
        "scene=9&activation=tanh&learning-rate=0.3",
        "scene=10&patience=10",
    ];

    [TestCaseSource(nameof(Solved))]
    public async Task A_scene_trains_to_its_goal_without_a_complaint_or_a_request(string state)
    {
        await using Page page = await Page.OpenAsync($"{state}&speed=fast");
        string[] before = [.. page.Tab.Requests];
        await page.TrainAsync();
        string goals = await page.ReadAsync("document.querySelectorAll('#challenge-goals .open').length");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(goals, Is.EqualTo("0"), await page.TextAsync("challenge-goals"));
            Assert.That(await page.TextAsync("challenge-text"), Is.Not.Empty);
            Assert.That(await page.TextAsync("verdict"), Does.Contain("The model"));
            Assert.That(await page.TextAsync("diagnosis"), Is.Not.Empty);
            Assert.That(page.Tab.Complaints, Is.Empty);
            Assert.That(page.Tab.Requests, Is.EqualTo(before), "after loading nothing is asked for");
            Assert.That(before, Is.All.StartsWith(ServedPlayground.Address));
        }
    }

    [Test]
    public async Task The_atlas_of_activations_is_drawn_as_the_address_asks()
    {
        await using Page page = await Page.OpenAsync("function=softmax&from=-10&to=10&lang=ja");
        await page.UntilAsync("document.getElementById('atlas-picture').naturalWidth > 0");
        Assert.That(await page.ReadAsync("document.getElementById('atlas-picture').alt"), Does.Contain("softmax"));
        await page.Tab.ReadAsync(
            "URL.createObjectURL = function (blob) { blob.text().then(function (text) { window.drawn = text; }); return 'data:,'; }"
        );
        await page.SetAsync("atlas-from", "-9");
        await page.UntilAsync("window.drawn !== undefined");
        using Workplace place = new();
        string[] command = ["plot", "functions", "--only", "softmax", "--from", "-9", "--to", "10", "--columns", "2"];
        Tinynn.In(place, [.. command, "--lang", "ja", "-o", "f.svg"]).Good();
        Assert.That(await page.ReadAsync("window.drawn"), Is.EqualTo(await File.ReadAllTextAsync(place.Path("f.svg"))));
        await page.SetAsync("atlas-from", "20");
        Assert.That(await page.ErrorAsync(), Does.Contain("グラフをその範囲では描けません。"));
    }

    [Test]
    public async Task In_japanese_verdicts_and_measures_are_japanese()
    {
        await using Page page = await Page.OpenAsync("scene=4&speed=fast&epochs=5&lang=ja");
        await page.TrainAsync();
        Assert.That(await page.TextAsync("verdict"), Does.Contain("モデル").And.Not.Contain("The model"));
        Assert.That(await page.TextAsync("measures"), Does.Contain("正解率").And.Not.Contain("accuracy"));
    }

    [Test]
    public async Task A_scene_that_is_not_solved_says_so_and_why()
    {
        await using Page page = await Page.OpenAsync("scene=2&speed=fast&epochs=40");
        await page.TrainAsync();
        Assert.That(await page.TextAsync("challenge-goals"), Does.Contain("open"));
        Assert.That(await page.TextAsync("diagnosis"), Does.Contain("underfits"));
    }

    [Test]
    public async Task The_model_that_is_saved_has_the_bytes_of_the_command_line_that_stands_beside()
    {
        await using Page page = await Page.OpenAsync(
            "toy=moons&hidden=5,3&epochs=25&speed=fast&noise=0.3&batch-size=16"
        );
        await page.TrainAsync();
        string[] commands = (await page.TextAsync("command")).Trim().Split('\n');
        string digest = await SavedAsync(page);
        using Workplace place = new();
        foreach (string command in commands)
        {
            Tinynn.In(place, [.. command.Split(' ').Skip(1)]).Good();
        }
        byte[] expected = await File.ReadAllBytesAsync(place.Path("moons.tnn"));
        Assert.That(digest, Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(expected))));
    }

    [Test]
    public async Task Data_of_ones_own_are_looked_at_read_as_said_and_learned_from()
    {
        const string Csv =
            "'day,size,kind\\n' + Array.from({ length: 90 }, (_, i) => `2026-0${1 + i % 9}-1${i % 7},${i % 3 + (i % 5) / 10},${'abc'[i % 3]}`).join('\\n')";
        await using Page page = await Page.OpenAsync("hidden=4&epochs=30&speed=fast");
        await page.Tab.ReadAsync(
            $"document.getElementById('own').open = true, document.getElementById('paste').value = {Csv}"
        );
        await page.PressAsync("paste-read");
        await page.UntilAsync("document.getElementById('found-findings').children.length >= 2");
        await page.PressAsync("use");
        Assert.That(await page.ErrorAsync(), Does.Contain("looks like dates").And.Contain("\"date\" for day"));
        await page.Tab.ReadAsync(
            """
            (function () {
              var day = document.querySelector('#found-columns select');
              day.value = 'date';
              day.dispatchEvent(new Event('change'));
            })()
            """
        );
        await page.UntilAsync("document.getElementById('error').hidden");
        await page.UntilAsync("document.getElementById('found-findings').children.length >= 2");
        await page.PressAsync("use");
        await page.UntilAsync("/^tinynn train pasted.csv/.test(document.getElementById('command').textContent)");
        await page.ReadyAsync();
        await page.TrainAsync();
        Assert.That(await page.TextAsync("command"), Does.Contain("--target kind --date day --hidden 4"));
        Assert.That(await page.TextAsync("verdict"), Does.Contain("The model beats the majority class"));
        Assert.That(page.Tab.Complaints, Is.Empty);
    }

    [TestCase("'a,b\\n1,2\\n3\\n'", "A row has 1 field")]
    [TestCase("''", "pasted.csv")]
    [TestCase("'a\\n1\\n2\\n'", "")]
    public async Task A_broken_file_is_told_in_three_lines_and_the_page_goes_on(string csv, string told)
    {
        await using Page page = await Page.OpenAsync("epochs=3&speed=fast");
        await page.Tab.ReadAsync(
            $"document.getElementById('own').open = true, document.getElementById('paste').value = {csv}"
        );
        await page.PressAsync("paste-read");
        if (told.Length == 0)
        {
            await page.UntilAsync("!document.getElementById('found').hidden");
            await page.PressAsync("use");
        }
        Assert.That(await page.ErrorAsync(), Does.Contain(told));
        await page.PressAsync("toy-xor");
        await page.ReadyAsync();
        await page.TrainAsync();
    }

    [Test]
    public async Task A_file_that_is_no_model_is_refused_and_one_that_is_goes_on()
    {
        await using Page page = await Page.OpenAsync("toy=xor&hidden=3&epochs=4&speed=fast");
        await page.TrainAsync();
        string before = await page.ReadAsync("document.getElementById('edit-value').value");
        await page.Tab.ReadAsync(
            """
            (function () {
              window.opening = function (bytes) {
                var files = new DataTransfer();
                files.items.add(new File([bytes], 'xor.tnn'));
                var input = document.getElementById('open-model');
                input.files = files.files;
                input.dispatchEvent(new Event('change'));
              };
              opening(new Uint8Array(64));
            })()
            """
        );
        Assert.That(await page.ErrorAsync(), Does.Contain("not a model file"));
        await SavedAsync(page);
        await page.PressAsync("reset");
        await page.ReadyAsync();
        await page.Tab.ReadAsync("opening(window.saved)");
        await page.UntilAsync("document.getElementById('error').hidden && document.getElementById('play').disabled");
        await page.ReadyAsync();
        await page.SetAsync("edit-layer", "1");
        Assert.That(await page.ReadAsync("document.getElementById('count-step').textContent"), Is.EqualTo("0"));
        Assert.That(
            await page.ReadAsync("document.getElementById('edit-value').value"),
            Is.Not.EqualTo(before).Or.Not.Empty
        );
    }

    [Test]
    public async Task The_step_of_a_row_shows_its_formulas_and_a_picked_weight_its_chain_rule()
    {
        await using Page page = await Page.OpenAsync("toy=xor&rows=40&hidden=2&speed=step");
        await page.PressAsync("show-trace");
        const string Root = "document.querySelector('#trace-page > div').shadowRoot";
        await page.UntilAsync("document.querySelector('#trace-page > div')");
        const string Shown =
            $"Array.from({Root}.querySelectorAll('.chain')).filter(c => !c.hidden).map(c => c.id).join()";
        Assert.That(await page.ReadAsync(Shown), Is.EqualTo("w1-1-1"));
        await page.Tab.ReadAsync(
            $"{Root}.querySelector('a[data-pick=\"w2-1-2\"]').dispatchEvent(new MouseEvent('click', {{ bubbles: true, cancelable: true }}))"
        );
        Assert.That(await page.ReadAsync(Shown), Is.EqualTo("w2-1-2"));
        Assert.That(page.Tab.Complaints, Is.Empty);
    }

    [Test]
    public async Task A_weight_a_layer_and_a_unit_are_changed_by_hand()
    {
        await using Page page = await Page.OpenAsync("hidden=3&speed=step");
        await page.SetAsync("edit-value", "2.5");
        await page.PressAsync("edit-set");
        await page.UntilAsync("/= 2.5$/.test(document.querySelector('.reach title').textContent)");
        await page.PressAsync("layer-add");
        await page.UntilAsync("/2-3-3-1/.test(document.getElementById('parts').innerText)");
        await page.ReadyAsync();
        await page.Tab.ReadAsync("document.querySelectorAll('.unit-button')[1].click()");
        await page.UntilAsync("/2-4-3-1/.test(document.getElementById('parts').innerText)");
        Assert.That(await page.ReadAsync("location.hash"), Does.Contain("hidden=4%2C3"));
    }

    [Test]
    public async Task What_a_teacher_hides_is_hidden_and_the_challenge_is_told()
    {
        await using Page page = await Page.OpenAsync(
            "toy=circles&hidden=2&hide=layers,settings&challenge=Only+two+units&goals=units<=2,accuracy>=0.99&speed=fast&epochs=3"
        );
        Assert.That(await page.TextAsync("challenge-text"), Is.EqualTo("Only two units"));
        Assert.That(
            await page.ReadAsync("document.getElementById('layer-add').checkVisibility()"),
            Is.EqualTo("false")
        );
        Assert.That(
            await page.ReadAsync("document.getElementById('set-optimizer').checkVisibility()"),
            Is.EqualTo("false")
        );
        await page.TrainAsync();
        string goals = await page.TextAsync("challenge-goals");
        Assert.That(goals, Does.Contain("units<=2: reached").And.Contain("accuracy>=0.99: open"));
    }

    [Test]
    public async Task A_training_that_diverges_ends_in_a_sentence()
    {
        await using Page page = await Page.OpenAsync(
            "optimizer=sgd&learning-rate=1000&hidden=8&activation=relu&toy=spiral&scale=none&speed=fast&l2=10"
        );
        await page.TrainAsync();
        Assert.That(
            await page.TextAsync("status"),
            Does.StartWith("It diverged:").Or.StartWith("Stopped early").Or.StartWith("All epochs")
        );
        Assert.That(await page.TextAsync("diagnosis"), Does.Contain("learning rate"));
    }

    /// <summary>Saves the model, keeps its bytes in the page, and tells their SHA-256.</summary>
    private static async Task<string> SavedAsync(Page page)
    {
        await page.Tab.ReadAsync(
            """
            (function () {
              window.digest = undefined;
              URL.createObjectURL = function (blob) {
                blob.arrayBuffer().then(function (bytes) {
                  window.saved = bytes;
                  crypto.subtle.digest('SHA-256', bytes).then(function (sum) {
                    window.digest = Array.from(new Uint8Array(sum)).map(function (b) { return b.toString(16).padStart(2, '0'); }).join('');
                  });
                });
                return 'data:,';
              };
              document.getElementById('save-model').click();
            })()
            """
        );
        await page.UntilAsync("window.digest !== undefined");
        return await page.ReadAsync("window.digest");
    }
}
