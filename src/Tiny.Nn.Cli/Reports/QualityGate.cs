using System.CommandLine;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Cli.Reports;

/// <summary>The flag by which a script learns that a model is not good enough. The model is saved all the same.</summary>
internal sealed class QualityGate
{
    internal Option<double?> Accuracy { get; } =
        Flag.Number(
            "--min-accuracy",
            "End with exit code 6 where the accuracy on test rows is lower; the model is saved all the same.",
            accuracy => accuracy is >= 0 and <= 1,
            "from 0 to 1",
            "0.9"
        );

    /// <exception cref="UsageException">No row tests.</exception>
    internal void RequireTest(ParseResult parsed, bool hasTest)
    {
        if (Given.Has(parsed, Accuracy) && !hasTest)
        {
            throw new UsageException(
                "Without test rows there is no accuracy to ask for.",
                $"{Accuracy.Name} --test 0",
                "Leave one of the two out."
            );
        }
    }

    /// <exception cref="UsageException">A number has no accuracy.</exception>
    internal void RequireClasses(ParseResult parsed, TargetKind kind)
    {
        if (Given.Has(parsed, Accuracy) && kind == TargetKind.Regression)
        {
            throw new UsageException(
                $"{Accuracy.Name} is for a classification, and this is a regression.",
                Accuracy.Name,
                "Leave it out, or give --task classification."
            );
        }
    }

    /// <summary>What is to be said of an accuracy; null where it is enough, or nobody asked.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="reached">The accuracy; null where no row tested.</param>
    /// <param name="where">What it was measured on.</param>
    internal Failure? Judge(ParseResult parsed, double? reached, string where)
    {
        if (parsed.GetValue(Accuracy) is not { } wanted || reached >= wanted)
        {
            return null;
        }
        string found = reached is { } accuracy
            ? FormattableString.Invariant($"The accuracy is {accuracy:0.0000}, and {wanted} was asked for.")
            : "There are no test rows, and so no accuracy.";
        return new Failure(
            ExitCode.BelowGate,
            found,
            where,
            $"The model is saved. Give more rows, other settings, or a lower {Accuracy.Name}."
        );
    }
}
