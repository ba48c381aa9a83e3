namespace Tiny.Nn.Checkpoints;

/// <summary>Something that goes on where another of its kind stood, made from the same settings.</summary>
internal interface IResumable
{
    /// <summary>Writes where it stands.</summary>
    void Save(BinaryWriter writer);

    /// <summary>Takes the place of the one that wrote.</summary>
    /// <exception cref="InvalidDataException">It was made from other settings.</exception>
    void Restore(BinaryReader reader);
}
