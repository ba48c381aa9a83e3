// What every C# export is made of beside its plan: the parts below, each under its name.
// Names in capitals stand for what differs from model to model; here they are something, so that this file can be read alone.
using System;
using NUMBER = System.Single;
using MATH = System.MathF;

private static readonly string[] MissingTexts = [];

// == power of two ==
private static float PowerOfTwo(float n) => BitConverter.Int32BitsToSingle(((int)n + 127) << 23);

private static double PowerOfTwo(double n) => BitConverter.Int64BitsToDouble(((long)n + 1023) << 52);

// == significand ==
// x = m * 2^e with sqrt(1/2) <= m < sqrt(2).
private static float Significand(float x) =>
    BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(x) - ((int)Exponent(x) << 23));

private static float Exponent(float x) => (BitConverter.SingleToInt32Bits(x) - 0x3F3504F3) >> 23;

private static double Significand(double x) =>
    BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(x) - ((long)Exponent(x) << 52));

private static double Exponent(double x) => (BitConverter.DoubleToInt64Bits(x) - 0x3FE6A09E667F3BCDL) >> 52;

// == multiply ==
// y = b + W x, each output one chain of fused multiply-adds.
private static void Multiply(
    ReadOnlySpan<NUMBER> w, ReadOnlySpan<NUMBER> b, ReadOnlySpan<NUMBER> x, Span<NUMBER> y, int groups)
{
    int inputs = x.Length / groups;
    int outputs = y.Length / groups;
    for (int i = 0; i < y.Length; i++)
    {
        NUMBER sum = b.IsEmpty ? 0 : b[i];
        ReadOnlySpan<NUMBER> row = w.Slice(i * inputs, inputs);
        ReadOnlySpan<NUMBER> part = x.Slice(i / outputs * inputs, inputs);
        for (int k = 0; k < row.Length; k++)
        {
            sum = MATH.FusedMultiplyAdd(row[k], part[k], sum);
        }
        y[i] = sum;
    }
}

// == rank ==
// The place of each number among those of its own that rise: between two of them the part of the way, the middle of those that it equals.
private static void Rank(ReadOnlySpan<double> landmarks, ReadOnlySpan<double> x, Span<double> y)
{
    int count = landmarks.Length / x.Length;
    for (int i = 0; i < y.Length; i++)
    {
        ReadOnlySpan<double> q = landmarks.Slice(i * count, count);
        double number = x[i];
        int from = 0;
        int past = count;
        while (from < past)
        {
            int middle = (from + past) / 2;
            (from, past) = q[middle] < number ? (middle + 1, past) : (from, middle);
        }
        while (past < count && q[past] == number)
        {
            past++;
        }
        y[i] = past > from ? 0.5 * (from + past - 1)
            : from == 0 ? 0
            : from == count ? count - 1
            : from - 1 + (number - q[from - 1]) / (q[from] - q[from - 1]);
    }
}

// == reductions ==
private static NUMBER Largest(ReadOnlySpan<NUMBER> x)
{
    NUMBER largest = NUMBER.NegativeInfinity;
    foreach (NUMBER value in x)
    {
        largest = value > largest ? value : largest;
    }
    return largest;
}

private static NUMBER Sum(ReadOnlySpan<NUMBER> x)
{
    NUMBER sum = 0;
    foreach (NUMBER value in x)
    {
        sum += value;
    }
    return sum;
}

// By 64 running sums, folded at the end: the order in which the engine adds.
private static NUMBER FoldedSum(ReadOnlySpan<NUMBER> x)
{
    Span<NUMBER> sums = stackalloc NUMBER[64];
    sums.Clear();
    for (int i = 0; i < x.Length; i++)
    {
        sums[i % 64] += x[i];
    }
    for (int half = 32; half > 0; half /= 2)
    {
        for (int i = 0; i < half; i++)
        {
            sums[i] += sums[i + half];
        }
    }
    return sums[0];
}

// == missing texts ==
private static bool IsMissing(ReadOnlySpan<char> text)
{
    foreach (string missing in MissingTexts)
    {
        if (text.Equals(missing, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }
    }
    return text.IsEmpty;
}

// == levels ==
// The place of a text's level; -1 for a text that is none of them, NaN for a missing one.
private static double Level(string? cell, string[] levels, string?[] keys, int writing, char point)
{
    if (cell is null)
    {
        return double.NaN;
    }
    ReadOnlySpan<char> text = cell.AsSpan().Trim();
    for (int i = 0; i < levels.Length; i++)
    {
        if (text.SequenceEqual(levels[i]))
        {
            return i;
        }
    }
    if (IsMissing(text))
    {
        return double.NaN;
    }
    Span<char> room = stackalloc char[64];
    ReadOnlySpan<char> key =
        writing == 0 ? text
        : writing == 2 ? NumberKey(text, point, room)
        : text.Equals("true", StringComparison.OrdinalIgnoreCase) ? "true"
        : text.Equals("false", StringComparison.OrdinalIgnoreCase) ? "false"
        : "";
    for (int i = 0; i < keys.Length && !key.IsEmpty; i++)
    {
        if (keys[i] is not null && key.SequenceEqual(keys[i]))
        {
            return i;
        }
    }
    return -1;
}

// A number in one way of writing: 1, 1.0 and 1e0 are one text. Zeros in front stay, for 01 may be a code.
private static ReadOnlySpan<char> NumberKey(ReadOnlySpan<char> text, char point, Span<char> room)
{
    int e = text.IndexOfAny('e', 'E');
    ReadOnlySpan<char> exponent = e < 0 ? "0" : text[(e + 1)..];
    ReadOnlySpan<char> number = e < 0 ? text : text[..e];
    bool isNegative = number.StartsWith("-");
    number = isNegative || number.StartsWith("+") ? number[1..] : number;
    int mark = number.IndexOf(point);
    int fraction = mark < 0 ? 0 : number.Length - mark - 1;
    int zeros = 0, used = 0, first = -1, last = -1, count = 0;
    for (int i = 0; i < number.Length; i++)
    {
        if (i == mark)
        {
            continue;
        }
        if (number[i] is < '0' or > '9')
        {
            return default;
        }
        first = first < 0 && number[i] != '0' ? count : first;
        last = number[i] != '0' ? count : last;
        count++;
    }
    while (zeros < number.Length && number[zeros] == '0')
    {
        zeros++;
    }
    zeros -= zeros > 0 && (zeros == number.Length || zeros == mark) ? 1 : 0;
    if (count == 0 || exponent.Length > 9 || zeros + last - first > 40 || !int.TryParse(
        exponent, System.Globalization.NumberStyles.AllowLeadingSign,
        System.Globalization.CultureInfo.InvariantCulture, out int power))
    {
        return default;
    }
    for (; used < zeros; used++)
    {
        room[used] = '0';
    }
    if (first < 0)
    {
        room[used++] = '0';
        return room[..used];
    }
    if (isNegative)
    {
        room[used++] = '-';
    }
    for (int i = 0, place = 0; i < number.Length; i++)
    {
        if (i != mark && place++ is var at && at >= first && at <= last)
        {
            room[used++] = number[i];
        }
    }
    room[used++] = 'e';
    (power - fraction + count - 1 - last).TryFormat(
        room[used..], out int length, default, System.Globalization.CultureInfo.InvariantCulture);
    return room[..(used + length)];
}

// == words ==
// Each word adds 1 at the place h mod n, h the FNV-1a hash of its lower-cased UTF-8; then the counts get length 1.
private static void CountWords(string? cell, Span<double> counts)
{
    counts.Clear();
    ReadOnlySpan<char> text = cell.AsSpan().Trim();
    if (IsMissing(text))
    {
        return;
    }
    Span<byte> bytes = stackalloc byte[4];
    ulong hash = 14695981039346656037;
    bool inWord = false;
    while (!text.IsEmpty)
    {
        var status = System.Text.Rune.DecodeFromUtf16(text, out System.Text.Rune rune, out int length);
        text = text[length..];
        bool isLetter =
            status == System.Buffers.OperationStatus.Done && System.Text.Rune.IsLetterOrDigit(rune);
        if (isLetter)
        {
            int used = System.Text.Rune.ToLowerInvariant(rune).EncodeToUtf8(bytes);
            foreach (byte one in bytes[..used])
            {
                hash = (hash ^ one) * 1099511628211;
            }
        }
        else if (inWord)
        {
            counts[(int)(hash % (ulong)counts.Length)]++;
            hash = 14695981039346656037;
        }
        inWord = isLetter;
    }
    if (inWord)
    {
        counts[(int)(hash % (ulong)counts.Length)]++;
    }
    double squares = 0;
    foreach (double count in counts)
    {
        squares += count * count;
    }
    double norm = Math.Sqrt(squares);
    for (int i = 0; i < counts.Length && norm > 0; i++)
    {
        counts[i] /= norm;
    }
}
