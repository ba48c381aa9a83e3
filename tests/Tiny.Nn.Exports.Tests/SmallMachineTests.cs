using System.Globalization;
using System.Text.RegularExpressions;
using Tiny.Nn.Tabular.Exports;
using Tiny.Nn.Tabular.Exports.Plans;

namespace Tiny.Nn.Exports.Tests;

/// <summary>C exports on processors that they are for: an AVR of eight bits under simavr, and a Cortex-M3 under qemu.</summary>
public sealed partial class SmallMachineTests
{
    /// <summary>The memory of an ATmega328P.</summary>
    private const int SmallMemory = 2048;

    private static readonly string[] Strict = ["-std=c99", "-Wall", "-Wextra", "-Wconversion", "-pedantic", "-Werror"];

    [TestCase(false)]
    [TestCase(true)]
    public void Irises_are_told_apart_within_2_kilobytes_of_memory(bool hasBytes)
    {
        using Workplace workplace = new();
        ExportOptions options = new() { ByteWeights = hasBytes };
        workplace.Save(ExportLanguage.C.Write(SampleTests.Flower, "model", options), "model");
        string said = RunOnAvr(workplace, "atmega328p");
        Assert.That(said, Does.Contain(" 0 wrong numbers").And.Contain("exit code 0"));
        int memory = int.Parse(Memory().Match(said).Groups[1].Value, CultureInfo.InvariantCulture);
        TestContext.Progress.WriteLine($"avr: iris and its self-test take {memory} bytes of memory");
        Assert.That(memory, Is.InRange(200, SmallMemory - 200));
    }

    /// <summary>What is not declared for flash would be copied into memory at the start, and be read from there.</summary>
    [Test]
    public void Constants_of_an_avr_stay_in_flash()
    {
        using Workplace workplace = new();
        workplace.Save(ExportLanguage.C.Write(SampleTests.Flower, "model"), "model");
        _ = RunOnAvr(workplace, "atmega328p");
        (_, string symbols) = Tool.Run(workplace.Path, "avr-nm", "test.elf");
        string[] kinds = [.. Constants().Matches(symbols).Select(match => match.Groups[1].Value)];
        Assert.That(kinds, Has.Length.AtLeast(5).And.All.EqualTo("t"), symbols);
    }

    [Test]
    public void A_self_test_on_an_avr_fails_where_constants_are_read_from_memory()
    {
        using Workplace workplace = new();
        workplace.Save(ExportLanguage.C.Write(SampleTests.Flower, "model"), "model");
        string source = Path.Combine(workplace.Path, "model.c");
        string text = File.ReadAllText(source);
        string wrong = text.Replace(
            "#define READ(x) pgm_read_float(&(x))",
            "#define READ(x) (x)",
            StringComparison.Ordinal
        );
        Assert.That(wrong, Is.Not.EqualTo(text));
        File.WriteAllText(source, wrong);
        Assert.That(RunOnAvr(workplace, "atmega328p"), Does.Contain("exit code 1"));
    }

    [Test]
    public void Random_models_answer_on_an_avr([Range(1, 16)] int seed)
    {
        using Workplace workplace = new();
        workplace.Save(ExportLanguage.C.Write(OfProbes(seed), "model"), "model");
        Assert.That(RunOnAvr(workplace, "atmega2560"), Does.Contain(" 0 wrong numbers").And.Contain("exit code 0"));
    }

    [Test]
    public void Exact_is_refused_where_double_is_no_wider_than_float()
    {
        using Workplace workplace = new();
        workplace.Save(ExportLanguage.C.Write(SampleTests.Flower, "model"), "model");
        (int code, string faults) = Tool.Run(
            workplace.Path,
            "avr-gcc",
            ["-std=c99", "-mmcu=atmega328p", "-DEXACT", "-c", "model.c"]
        );
        Assert.That(code, Is.Not.Zero);
        Assert.That(faults, Does.Contain("EXACT needs a double of 64 bits"));
    }

    [Test]
    public void A_cortex_m3_answers_in_float_and_with_the_bits_of_the_engine([Range(1, 16)] int seed)
    {
        using Workplace workplace = new();
        workplace.Save(ExportLanguage.C.Write(OfProbes(seed), "model"), "model");
        Assert.That(RunOnCortex(workplace, "-DFLOAT"), Does.Contain(" 0 wrong numbers"));
        Assert.That(RunOnCortex(workplace, "-DEXACT"), Does.Contain(" 0 wrong numbers, largest difference 0\n"));
    }

    /// <summary>A random model with the rows that its schema gives, which memory has room for.</summary>
    private static Plan OfProbes(int seed)
    {
        Plan plan = ModelsToExport.Random(seed, isBounded: true);
        return plan with { Probes = [.. plan.Probes.Take(12)] };
    }

    private static string RunOnAvr(Workplace workplace, string processor)
    {
        Tool.Require("simavr");
        Compile(
            workplace,
            "avr-gcc",
            [$"-mmcu={processor}", "-O2", "-DSELF_TEST", "-Dmain=self_test", "-c", "model.c", "-o", "model.o"],
            [
                $"-mmcu={processor}",
                "-O2",
                Board("avr.c"),
                "model.o",
                "-Wl,-u,vfprintf",
                "-lprintf_flt",
                "-lm",
                "-o",
                "test.elf",
            ]
        );
        return Tool.Run(workplace.Path, "simavr", "-m", processor, "-f", "16000000", "test.elf").Said;
    }

    private static string RunOnCortex(Workplace workplace, string define)
    {
        Tool.Require("qemu-system-arm");
        string[] processor = ["-mcpu=cortex-m3", "-mthumb", "-O2"];
        Compile(
            workplace,
            "arm-none-eabi-gcc",
            [.. processor, define, "-DSELF_TEST", "-c", "model.c", "-o", "model.o"],
            [
                .. processor,
                "-nostartfiles",
                "--specs=rdimon.specs",
                Board("cortex-m3.c"),
                "model.o",
                "-T",
                Board("cortex-m3.ld"),
                "-lm",
                "-o",
                "test.elf",
            ]
        );
        string[] machine = ["-M", "lm3s6965evb", "-nographic", "-semihosting-config", "enable=on,target=native"];
        (int code, string said) = Tool.Run(workplace.Path, "qemu-system-arm", [.. machine, "-kernel", "test.elf"]);
        Assert.That(code, Is.Zero, said);
        return said;
    }

    private static void Compile(Workplace workplace, string compiler, string[] model, string[] program)
    {
        (int code, string faults) = Tool.Run(workplace.Path, compiler, [.. Strict, .. model]);
        Assert.That((code, faults), Is.EqualTo((0, "")));
        (code, faults) = Tool.Run(workplace.Path, compiler, program);
        Assert.That(code, Is.Zero, faults);
    }

    private static string Board(string file) =>
        Path.Combine(Repository.Root, "tests", "Tiny.Nn.Exports.Tests", "Boards", file);

    [GeneratedRegex("([0-9]+) bytes of memory")]
    private static partial Regex Memory();

    [GeneratedRegex("([a-zA-Z]) k_")]
    private static partial Regex Constants();
}
