using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Splits;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tasks;

namespace Tiny.Nn.Tabular.Experiments;

/// <summary>A random share of the groups: no group is in two of training, validation and test.</summary>
/// <param name="Groups">The group of each row.</param>
/// <param name="Share">About this share of the rows, between 0 and 1.</param>
public sealed record GroupHoldout(Groups Groups, double Share) : Holdout
{
    internal override Division<T> Divide<T>(Table<T> table, Problem<T> problem, Recipe recipe)
    {
        RequireRows(table.Rows, Groups.Codes.Length, "groups");
        int[] all = [.. Enumerable.Range(0, table.Rows)];
        (int[] known, int[] test) = problem.DivideGroups(
            Groups,
            all,
            Share,
            new Generator(recipe.Seed, RandomStreams.TestSplit)
        );
        (int[] training, int[] validation) = problem.DivideGroups(
            Groups,
            known,
            recipe.ValidationFraction,
            new Generator(recipe.Seed, RandomStreams.ValidationSplit)
        );
        return new Division<T>(training, validation, test, table) { TestShare = Share };
    }
}

/// <summary>The last rows in time; of those before, the last ones choose the epoch. So training is before validation, and validation before test.</summary>
/// <param name="Times">When each row was: any number that grows with time.</param>
/// <param name="Share">About this share of the rows, in [0, 1); 0 for no test rows.</param>
public sealed record TimeHoldout(IReadOnlyList<double> Times, double Share) : Holdout
{
    internal override Division<T> Divide<T>(Table<T> table, Problem<T> problem, Recipe recipe)
    {
        RequireRows(table.Rows, Times.Count, "times");
        Split test =
            Share == 0 ? new Split([.. Enumerable.Range(0, table.Rows)], []) : TimeSplit.Last([.. Times], Share);
        int[] known = test.Training.ToArray();
        if (recipe.ValidationFraction == 0)
        {
            return new Division<T>(known, [], test.Validation.ToArray(), table) { TestShare = Share };
        }
        Split validation = TimeSplit.Last([.. known.Select(row => Times[row])], recipe.ValidationFraction);
        return new Division<T>(
            Rows.Pick<int>(known, validation.Training.Span),
            Rows.Pick<int>(known, validation.Validation.Span),
            test.Validation.ToArray(),
            table
        )
        {
            TestShare = Share,
        };
    }
}
