using System.CommandLine;
using System.Globalization;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Models;

namespace Tiny.Nn.Cli.Data;

/// <summary>The flag that names one of several networks of a model.</summary>
internal sealed class MemberOption
{
    internal Option<int?> Flag { get; } =
        Flags.Flag.Count(
            "--member",
            "One network of a model of several, alone: its number from 1 on, bag after bag.",
            "3"
        );

    /// <summary>The model, or the network of it that is named, as a model.</summary>
    /// <exception cref="UsageException">There is no such network.</exception>
    internal Model<float> Choose(ParseResult parsed, Model<float> model)
    {
        if (parsed.GetValue(Flag) is not { } member)
        {
            return model;
        }
        return member <= model.NetworkCount
            ? model.Member(member - 1)
            : throw new UsageException(
                model.NetworkCount == 1
                    ? "The model is one network."
                    : string.Create(CultureInfo.InvariantCulture, $"The model has {model.NetworkCount} networks."),
                string.Create(CultureInfo.InvariantCulture, $"{Flag.Name} {member}"),
                "Give a number from 1 on that is no larger."
            );
    }

    /// <summary>The network that is named, or the first; that there are others is told.</summary>
    /// <exception cref="UsageException">There is no such network.</exception>
    internal Model<float> ChooseOne(ParseResult parsed, Model<float> model)
    {
        if (model.NetworkCount > 1 && !Given.Has(parsed, Flag))
        {
            new Session(parsed).Note(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"note: the model has {model.NetworkCount} networks; this is the first. {Flag.Name} names another."
                )
            );
        }
        return Choose(parsed, model);
    }
}
