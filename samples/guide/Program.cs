namespace Guide;

/// <summary>The programs of README.md, of docs/library.md and docs/full-batch.md, and of the packages' pages. Each page shows usings, statements and types: a whole program.</summary>
public static class Program
{
    /// <summary>The programs by the names of their files, in the order of the pages.</summary>
    public static IReadOnlyDictionary<string, Action> All { get; } =
        new Dictionary<string, Action>
        {
            [nameof(Flowers)] = Flowers.Run,
            [nameof(ExclusiveOr)] = ExclusiveOr.Run,
            [nameof(EngineOnly)] = EngineOnly.Run,
            [nameof(CheckedGradients)] = CheckedGradients.Run,
            [nameof(TrainFromCsv)] = TrainFromCsv.Run,
            [nameof(ReadColumns)] = ReadColumns.Run,
            [nameof(TrainFromArrays)] = TrainFromArrays.Run,
            [nameof(TypedRows)] = TypedRows.Run,
            [nameof(Threads)] = Threads.Run,
            [nameof(ReadReport)] = ReadReport.Run,
            [nameof(SearchForSettings)] = SearchForSettings.Run,
            [nameof(Cancellation)] = Cancellation.Run,
            [nameof(GoingOn)] = GoingOn.Run,
            [nameof(OwnLoop)] = OwnLoop.Run,
            [nameof(OwnFunctions)] = OwnFunctions.Run,
            [nameof(TableGradients)] = TableGradients.Run,
            [nameof(OnPaper)] = OnPaper.Run,
            [nameof(RosenbrocksValley)] = RosenbrocksValley.Run,
        };

    /// <summary>Runs the program that is named, or says which there are.</summary>
    public static int Main(string[] args)
    {
        if (args is [var name] && All.TryGetValue(name, out Action? program))
        {
            program();
            return 0;
        }
        Console.WriteLine($"Name one of: {string.Join(", ", All.Keys)}.");
        return 2;
    }
}
