namespace Tiny.Nn.Checkpoints;

/// <summary>
/// Where a training keeps its state from time to time, and finds it again after an interruption: it then goes on where it stood, and ends with the very bytes
/// of a training that was never interrupted.
/// </summary>
/// <remarks>A state is of one training: the same samples, network and settings, and the same version of this library.</remarks>
public interface ICheckpoint
{
    /// <summary>Whether it is time to keep the state. It is asked after every step, so it has to be quick.</summary>
    bool IsDue { get; }

    /// <summary>The state that was kept last; null where there is none: training then begins at its beginning.</summary>
    Stream? Open();

    /// <summary>Keeps a state in place of the one before. Parts of a training do so at the same time, on several threads.</summary>
    /// <param name="write">Writes the state, on this thread.</param>
    void Keep(Action<Stream> write);

    /// <summary>The place for a part of the training: a fold, a bag of networks.</summary>
    /// <param name="name">What the part is called, the same in every run.</param>
    ICheckpoint Part(string name);
}
