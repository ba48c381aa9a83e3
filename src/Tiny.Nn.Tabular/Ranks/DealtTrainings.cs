using System.Collections.Concurrent;
using Tiny.Nn.Checkpoints;

namespace Tiny.Nn.Tabular.Ranks;

/// <summary>Trainings that share nothing, dealt over ranks and threads. What a rank trained the others have as the state that it ended in, and make the result of that.</summary>
/// <param name="ranks">The ranks.</param>
/// <param name="threads">How many trainings each has under way at a time.</param>
/// <param name="checkpoint">Where states are kept; null for nowhere.</param>
/// <param name="progress">Is told of every result, one after the other.</param>
/// <param name="train">Makes a training, or goes on with it from a checkpoint, and makes the result of it; null where it was cancelled on the way.</param>
internal sealed class DealtTrainings<TResult>(
    IRanks ranks,
    int threads,
    ICheckpoint? checkpoint,
    IProgress<TResult>? progress,
    Func<int, ICheckpoint?, CancellationToken, TResult?> train
)
    where TResult : class
{
    private readonly Lock gate = new();

    /// <summary>Makes all of them; the results of those that were cancelled are null.</summary>
    internal TResult?[] Run(int count, CancellationToken cancellation)
    {
        TResult?[] results = new TResult?[count];
        bool Add(int place, TResult? result)
        {
            results[place] = result;
            if (result is not null)
            {
                lock (gate)
                {
                    progress?.Report(result);
                }
            }
            return result is not null;
        }

        ICheckpoint? kept = ranks.Count > 1 ? checkpoint ?? new KeptStates() : checkpoint;
        ConcurrentBag<Task> made = [];
        Dealing? dealing = null;
        dealing = new Dealing(ranks, threads)
        {
            Work = (place, cancelled) => Add(place, train(place, Told(kept, dealing!), cancelled)),
            Heard = (name, state) => ToldCheckpoint.Take(kept!, name, state),
            DoneElsewhere = place =>
                made.Add(
                    Task.Run(() => Add(place, train(place, kept, CancellationToken.None)), CancellationToken.None)
                ),
        };
        dealing.Run(count, CancellationToken.None, cancellation);
        Task.WhenAll(made).GetAwaiter().GetResult();
        return results;
    }

    private static ToldCheckpoint? Told(ICheckpoint? kept, Dealing dealing) =>
        kept is null ? null : new ToldCheckpoint(kept, "", dealing.Tell);
}
