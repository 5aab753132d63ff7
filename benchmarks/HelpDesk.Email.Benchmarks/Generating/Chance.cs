namespace HelpDesk.Email.Benchmarks.Generating;

/// <summary>
/// Pseudo-random numbers (SplitMix64) that are the same for a seed on every machine and every runtime. One thread at a time.
/// </summary>
internal sealed class Chance(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A number from <paramref name="from"/> up to, but not including, <paramref name="to"/>.</summary>
    public int Between(int from, int to) => from + (int)(Next() % (ulong)(to - from));

    public T Of<T>(IReadOnlyList<T> choices) => choices[Between(0, choices.Count)];

    public bool OneIn(int many) => Next() % (ulong)many == 0;

    public void Fill(Span<byte> octets)
    {
        for (var i = 0; i < octets.Length; i++)
            octets[i] = (byte)Next();
    }

    public void Shuffle<T>(T[] items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var other = Between(0, i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }
}
