namespace Tiny.Nn.Parquet.Columns;

/// <summary>Writes a value as the text that it would be in a CSV file.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <param name="value">The value.</param>
/// <param name="room">Receives the text in UTF-8.</param>
/// <param name="length">How many bytes it has.</param>
/// <returns>False where the room is too small.</returns>
internal delegate bool CellWriter<in T>(T value, Span<byte> room, out int length);
